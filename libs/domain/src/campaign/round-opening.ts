import type { RoundDefinition } from '../programme/programme';
import { atShanghai } from '../time/civil-date';
import type { Instant } from '../time/time';
import type { RoundState } from './campaign';

/** A round that opens by itself, and when. */
export interface RoundOpening {
  readonly year: number;
  /** The beginning of its first day in Shanghai. */
  readonly at: Instant;
}

/**
 * The round that opens next, where the programme has it open by itself (各年度 启动: `opens: automatic`; 苏委工〔2020〕6号 二).
 * Null where the committee opens it, where none is left, and while the runs of the round before are being started.
 */
export function roundOpeningByItself(
  programme: { readonly rounds: readonly Pick<RoundDefinition, 'year' | 'opens' | 'opensOn'>[] },
  opened: readonly Pick<RoundState, 'year' | 'status'>[],
): RoundOpening | null {
  if (opened.some(({ status }) => status === 'opening')) return null;
  const next = programme.rounds.find(({ year }) => opened.every((round) => round.year !== year));
  return next?.opens === 'automatic' ? { year: next.year, at: atShanghai(next.opensOn, '00:00') } : null;
}
