import { table } from './matrix';

/** In a guest room that `assignee` has. `stranger` is the guest of another room. */
export const AT_THE_DESK = [
  'nobody',
  'stranger',
  'guest',
  'agent',
  'assignee',
  'supervisor',
  'administrator',
];
export const GUEST_ROOM = table(`
  GET /rooms/{room}                                401 N   200 200 200 200 200
  PATCH /rooms/{room}                              401 N   A   A   A   A   A
  PUT /rooms/{room}/members/{account}              401 N   A   A   A   A   A
  DELETE /rooms/{room}/members/{account}           401 N   A   A   A   A   A
  POST /rooms/{room}/handoff                       401 N   200 200 200 200 200
  POST /rooms/{room}/claim                         401 N   A   T   200 T   T
  POST /rooms/{room}/transfer                      401 N   A   A   200 200 200
  POST /rooms/{room}/resolve                       401 N   A   200 200 200 200
  POST /rooms/{room}/close                         401 N   200 200 200 200 200
  POST /rooms/{room}/end                           401 N   200 A   A   A   A
  POST /rooms/{room}/end/decline                   401 N   A   A   200 200 200
  POST /rooms/{room}/reopen                        401 N   A   W   W   W   W
  PUT /rooms/{room}/messages/{id}                  401 N   201 A   201 A   A
  GET /rooms/{room}/timeline                       401 N   200 200 200 200 200
  GET /rooms/{room}/search                         401 N   200 200 200 200 200
  POST /rooms/{room}/attachments                   401 N 201 A   201 A   A
  GET /rooms/{room}/attachments/{id}               401 N   200 200 200 200 200
  GET /rooms/{room}/attachments/{id}/thumbnail     401 N   200 200 200 200 200
  GET /rooms/{room}/links                          401 N   A   200 200 200 200
  PUT /rooms/{room}/links/{kind}                   401 N   A   200 200 200 200
  DELETE /rooms/{room}/links/{kind}                401 N   A   204 204 204 204
  GET /rooms/{room}/summaries                      401 N   A   200 200 200 200
  PUT /rooms/{room}/tags/{tag}                     401 N   A   unknown-tag unknown-tag unknown-tag unknown-tag
  DELETE /rooms/{room}/tags/{tag}                  401 N   A   200 200 200 200
  PUT /rooms/{room}/holds/{hold}                   401 N   A   A   A   200 200
  DELETE /rooms/{room}/holds/{hold}                401 N   A   A   A   200 200
  PUT /rooms/{room}/snooze                         401 N   A   A   200 200 200
  DELETE /rooms/{room}/snooze                      401 N   A   A   200 200 200
  PUT /rooms/{room}/rating                         401 N   W   A   A   A   A
  GET /rooms/{room}/visitor                        401 N   A   200 200 200 200
`);

/** In a group that `founder` made. */
export const IN_A_GROUP = ['nobody', 'guest', 'outsider', 'muted', 'member', 'founder', 'administrator'];
export const GROUP = table(`
  GET /rooms/{room}                                401 N N 200 200 200 N
  PATCH /rooms/{room}                              401 N N A   A   200 N
  PUT /rooms/{room}/members/{account}              401 N N A   A   200 N
  DELETE /rooms/{room}/members/{account}           401 N N A   A   204 N
  POST /rooms/{room}/handoff                       401 N N W   W   W   N
  POST /rooms/{room}/claim                         401 N N W   W   W   N
  POST /rooms/{room}/transfer                      401 N N A   A   A   N
  POST /rooms/{room}/resolve                       401 N N W   W   W   N
  POST /rooms/{room}/close                         401 N N W   W   W   N
  POST /rooms/{room}/end                           401 N N A   A   A   N
  POST /rooms/{room}/end/decline                   401 N N A   A   A   N
  POST /rooms/{room}/reopen                        401 N N W   W   W   N
  PUT /rooms/{room}/messages/{id}                  401 N N muted 201 201 N
  GET /rooms/{room}/timeline                       401 N N 200 200 200 N
  GET /rooms/{room}/search                         401 N N 200 200 200 N
  POST /rooms/{room}/attachments                   401 N N muted 201 201 N
  GET /rooms/{room}/attachments/{id}               401 N N 200 200 200 N
  GET /rooms/{room}/attachments/{id}/thumbnail     401 N N 200 200 200 N
  GET /rooms/{room}/links                          401 N N W   W   W   N
  PUT /rooms/{room}/links/{kind}                   401 N N W   W   W   N
  DELETE /rooms/{room}/links/{kind}                401 N N W   W   W   N
  GET /rooms/{room}/summaries                      401 N N W   W   W   N
  PUT /rooms/{room}/tags/{tag}                     401 N N unknown-tag unknown-tag unknown-tag N
  DELETE /rooms/{room}/tags/{tag}                  401 N N W   W   W   N
  PUT /rooms/{room}/holds/{hold}                   401 N N A   A   A   N
  DELETE /rooms/{room}/holds/{hold}                401 N N A   A   A   N
  PUT /rooms/{room}/snooze                         401 N N A   A   A   N
  DELETE /rooms/{room}/snooze                      401 N N A   A   A   N
  PUT /rooms/{room}/rating                         401 N N A   A   A   N
  GET /rooms/{room}/visitor                        401 N N W   W   W   N
`);

export const ANYWHERE = ['nobody', 'guest', 'agent', 'supervisor', 'administrator'];
export const ELSEWHERE = table(`
  POST /session                                    200 200 200 200 200
  GET /session                                     401 A   200 200 200
  DELETE /session                                  401 A   204 204 204
  POST /accounts                                   401 A   A   A   201
  GET /accounts                                    401 A   200 200 200
  POST /accounts/{account}/disable                 401 A   A   A   200
  POST /accounts/{account}/enable                  401 A   A   A   200
  PUT /accounts/{account}/roles                    401 A   A   A   200
  POST /accounts/{account}/reset                   401 A   A   A   201
  GET /accounts/me/settings                        401 A   200 200 200
  PUT /accounts/me/settings                        401 A   200 200 200
  GET /events                                      401 A   A   A   bad-position
  POST /invitations                                401 A   A   A   201
  GET /invitations                                 401 A   A   A   200
  DELETE /invitations/{link}                       401 A   A   A   unknown-link
  POST /api-keys                                   401 A   A   A   201
  GET /api-keys                                    401 A   A   A   200
  DELETE /api-keys/{key}                           401 A   A   A   unknown-key
  POST /api-keys/{key}/rotate                      401 A   A   A   unknown-key
  POST /links/open                                 unknown-link unknown-link unknown-link unknown-link unknown-link
  POST /links/use                                  unknown-link unknown-link unknown-link unknown-link unknown-link
  GET /links/forgotten                             200 200 200 200 200
  POST /links/forgotten                            mail-off mail-off mail-off mail-off mail-off
  POST /webhooks                                   401 A   A   A   201
  GET /webhooks                                    401 A   A   A   200
  PUT /webhooks/{webhook}                          401 A   A   A   unknown-webhook
  DELETE /webhooks/{webhook}                       401 A   A   A   unknown-webhook
  POST /webhooks/{webhook}/pause                   401 A   A   A   unknown-webhook
  POST /webhooks/{webhook}/resume                  401 A   A   A   unknown-webhook
  POST /webhooks/{webhook}/secret                  401 A   A   A   unknown-webhook
  POST /webhooks/{webhook}/test                    401 A   A   A   unknown-webhook
  GET /webhooks/{webhook}/deliveries               401 A   A   A   unknown-webhook
  POST /webhooks/{webhook}/deliveries/{delivery}/again  401 A   A   A   unknown-delivery
  GET /widget                                      200 200 200 200 200
  GET /widget/card                                 - - - - -
  POST /guests                                     201 201 201 201 201
  GET /guests/me                                    401 200 401 401 401
  POST /guests/identity                            identity-off identity-off identity-off identity-off identity-off
  POST /guests/me/rooms                            401 200 401 401 401
  PUT /guests/me/attributes                        401 204 401 401 401
  PUT /guests/me/visit                             401 204 401 401 401
  POST /guests/transcripts                         401 mail-off mail-off mail-off mail-off
  POST /guests/answers/open                        unknown-link unknown-link unknown-link unknown-link unknown-link
  GET /guests/answers/stop/{secret}                404 404 404 404 404
  POST /guests/answers/stop/{secret}               404 404 404 404 404
  GET /guests                                      401 A   A   A   200
  GET /guests/{guest}/export                       401 A   A   A   unknown-guest
  POST /guests/{guest}/erasure                     401 A   A   A   unknown-guest
  GET /guests/erasures                             401 A   A   A   200
  GET /rooms                                       401 200 200 200 200
  POST /rooms                                      401 A   201 201 201
  GET /queue                                       401 A   200 200 200
  GET /search                                      401 A   200 200 200
  GET /presence                                    401 A   200 200 200
  GET /presence/grace                              401 A   A   A   200
  PUT /presence/grace                              401 A   A   A   200
  GET /link-patterns                               401 A   A   A   200
  PUT /link-patterns                               401 A   A   A   200
  GET /replies                                     401 A   200 200 200
  POST /replies                                    401 A   201 201 201
  PUT /replies/{reply}                             401 A   unknown-reply unknown-reply unknown-reply
  DELETE /replies/{reply}                          401 A   unknown-reply unknown-reply unknown-reply
  GET /tags                                        401 A   200 200 200
  POST /tags                                       401 A   A   A   201
  PUT /tags/{tag}                                  401 A   A   A   unknown-tag
  DELETE /tags/{tag}                               401 A   A   A   unknown-tag
  GET /reports                                     401 A   A   200 200
  GET /reports/days.csv                            401 A   A   200 200
  GET /reports/agents.csv                          401 A   A   200 200
  GET /routing                                     401 A   A   A   200
  PUT /routing                                     401 A   A   A   200
  PUT /routing/agents/{account}                    401 A   A   A   200
  GET /visibility                                  401 A   A   A   200
  PUT /visibility                                  401 A   A   A   200
  GET /retention                                   401 A   A   A   200
  PUT /retention                                   401 A   A   A   200
  GET /retention/preview                           401 A   A   A   200
  GET /settings/widget                             401 A   A   A   200
  PUT /settings/widget                             401 A   A   A   200
  GET /settings/identity                           401 A   A   A   200
  PUT /settings/identity                           401 A   A   A   200
  POST /settings/identity/keys                     401 A   A   A   201
  DELETE /settings/identity/keys/{key}             401 A   A   A   unknown-key
  GET /health                                      200 200 200 200 200
`);

/** Frames in the same rooms. `ok`: nothing is answered, nothing is refused. */
export const DESK_FRAMES = table(`
  room.open          N   opened opened opened opened opened
  room.leave         left left left left left left
  message.send       N   ack A   ack A   A
  message.edit       N   A   A   ack A   A
  message.delete     N   A   A   ack ack ack
  reaction.toggle    N   ack A   ack A   A
  message.read       N   ok  ok  ok  ok  ok
  typing             N   ok  A   ok  A   A
  viewing            N   A   A   A   A   A
`);
export const GROUP_FRAMES = table(`
  room.open          N N opened opened opened N
  room.leave         left left left left left left
  message.send       N N muted ack ack N
  message.edit       N N muted A ack N
  message.delete     N N A A ack N
  reaction.toggle    N N muted ack ack N
  message.read       N N ok ok ok N
  typing             N N ok ok ok N
  viewing            N N ok ok ok N
`);

/** Frames that name no room: whoever was welcomed may send them. */
export const OF_EVERYBODY = ['hello', 'presence', 'ping'];
