import type { Http } from './http';

/** What a webhook may be told. */
export const EVENT_TYPES = ['message.sent', 'message.edited', 'message.deleted', 'room.changed'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** An address that is told what happens in guests' rooms. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly types: readonly EventType[];
  /** `failing`: paused because nothing got through for long. */
  readonly state: 'active' | 'paused' | 'failing';
  /** The first failure since the last success. */
  readonly failingSince?: string;
  /** Deliveries that are not over. */
  readonly waiting: number;
  readonly createdAt: string;
}

export type NewWebhook = Pick<Webhook, 'url' | 'types'>;

/** A webhook with a secret that was just made, and is told this once. */
export interface IssuedWebhook {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** What became of telling one event. */
export interface WebhookDelivery {
  readonly id: string;
  readonly type: string;
  readonly room?: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly byHand: boolean;
  readonly attempts: number;
  readonly nextAt?: string;
  readonly lastAt?: string;
  readonly lastStatus?: number;
  /** Why there was no answer, in one word. */
  readonly lastError?: string;
  readonly durationMs?: number;
  readonly createdAt: string;
}

const path = encodeURIComponent;

/** What administrators may ask for to have programs outside told. */
export const webhookApi = (http: Http) => ({
  webhooks: () => http.request<{ items: readonly Webhook[] }>('GET', '/webhooks'),
  addWebhook: (webhook: NewWebhook) => http.request<IssuedWebhook>('POST', '/webhooks', webhook),
  changeWebhook: (id: string, webhook: NewWebhook) =>
    http.request<Webhook>('PUT', `/webhooks/${path(id)}`, webhook),
  removeWebhook: (id: string) => http.request<undefined>('DELETE', `/webhooks/${path(id)}`),
  pauseWebhook: (id: string) => http.request<Webhook>('POST', `/webhooks/${path(id)}/pause`),
  resumeWebhook: (id: string) => http.request<Webhook>('POST', `/webhooks/${path(id)}/resume`),
  renewWebhookSecret: (id: string) => http.request<IssuedWebhook>('POST', `/webhooks/${path(id)}/secret`),
  testWebhook: (id: string) => http.request<WebhookDelivery>('POST', `/webhooks/${path(id)}/test`),
  deliveries: (id: string) =>
    http.request<{ items: readonly WebhookDelivery[] }>('GET', `/webhooks/${path(id)}/deliveries`),
  repeatDelivery: (id: string, delivery: string) =>
    http.request<WebhookDelivery>('POST', `/webhooks/${path(id)}/deliveries/${path(delivery)}/again`),
});
