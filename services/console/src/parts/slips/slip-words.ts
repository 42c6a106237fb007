import { shanghaiDateOf, SLIP_STATE_WORDS, type CivilDate } from '@app/domain';
import type { useWords } from '../../words/words';

interface Heard {
  readonly receivedOn: string | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
}

interface Writing {
  readonly say: ReturnType<typeof useWords>;
  readonly date: (date: CivilDate) => string;
}

/** 最近反馈: what the body that owes has let the office above know last. */
export function lastHeardOfSlip({ receivedOn, answeredAt, answer }: Heard, { say, date }: Writing): string {
  if (answeredAt) return `${date(shanghaiDateOf(answeredAt))} · ${answer}`;
  return receivedOn ? `${date(receivedOn)} · ${say(SLIP_STATE_WORDS.received)}` : '—';
}
