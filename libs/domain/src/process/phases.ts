import { type Words, words } from '../words';

/** A phase of the circular, and what follows the last. */
export interface PhaseDefinition {
  /** Where the circular says it. */
  readonly clause: string | null;
  readonly words: Words;
}

/** The five phases in the circular's order (苏委工〔2020〕6号 三); a closed year is in none of them. */
export const PHASE_TABLE = {
  survey: { clause: '三.1', words: words('摸底调研', 'survey') },
  plan: { clause: '三.2', words: words('制定计划', 'plan') },
  building: { clause: '三.3', words: words('对标建设', 'building') },
  assessment: { clause: '三.4', words: words('评估认定', 'assessment') },
  'spot-check': { clause: '三.4', words: words('抽查复核', 'spot check') },
  closed: { clause: null, words: words('已结束', 'closed') },
} as const satisfies Readonly<Record<string, PhaseDefinition>>;

export type Phase = keyof typeof PHASE_TABLE;
