import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArrowRightLeft,
  MessageCircleMore,
  CircleCheck,
  Hand,
  ListRestart,
  RotateCcw,
} from 'lucide-react';
import type { Action } from './rights';

const ICONS = {
  claim: Hand,
  takeover: Hand,
  resolve: CircleCheck,
  release: ListRestart,
  transfer: ArrowRightLeft,
  snooze: AlarmClock,
  wake: AlarmClockOff,
  close: Archive,
  decline: MessageCircleMore,
  reopen: RotateCcw,
} satisfies Record<Action, typeof Hand>;

export function ActionIcon({ action }: { action: Action }) {
  const Icon = ICONS[action];
  return <Icon size={16} aria-hidden="true" />;
}
