import {
  ADDRESSEE_WORDS,
  COLOUR_WORDS,
  DEADLINE_BODY_WORDS,
  type DeadlineBody,
  GATE_WORDS,
  gateRefuses,
  ladderOf,
  parametersOf,
  type Programme,
  RUNG_KIND_WORDS,
  rungWords,
  shareWords,
} from '@app/domain';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section';
import { paperNumber, useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Source } from './source';
import { Table, Text } from './table';

interface PartProps {
  readonly programme: Programme;
}

/** The papers that the programme rests on. */
export function Basis({ programme }: PartProps) {
  const { t } = useTranslation('programmes');
  const { date } = useDates();
  return (
    <Section title={t('part.basis')} wide>
      <Table
        heads={[t('number'), t('paper'), t('dated'), t('approver')]}
        rows={programme.basis.map(({ number, title, date: dated, approver }) => [
          <Text key="number">{paperNumber(number)}</Text>,
          <Text key="title">{title}</Text>,
          date(dated),
          <Text key="approver">{approver}</Text>,
        ])}
      />
    </Section>
  );
}

/** The rules that have one value for all years. */
export function Parameters({ programme }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  return (
    <Section title={t('part.parameters')} wide>
      <Table
        heads={[t('rule'), t('value'), t('source')]}
        rows={parametersOf(programme).map(({ name, value, source }) => [
          say(name),
          say(value),
          <Source key="source" source={source} />,
        ])}
      />
    </Section>
  );
}

/** What a branch has to meet to pass, and what comes of not meeting it. */
export function Gates({ programme }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  return (
    <Section title={t('part.gates')} wide>
      <Table
        heads={[t('rule'), t('floor'), t('unmet'), t('source')]}
        rows={programme.assessment.gates.map((gate) => [
          say(GATE_WORDS[gate.name]),
          gate.floor === undefined ? '—' : t('atLeast', { share: shareWords(gate.floor) }),
          gateRefuses(gate) ? t('refuses') : t('warns'),
          <Source key="source" source={gate.source} />,
        ])}
      />
    </Section>
  );
}

const BODIES: readonly DeadlineBody[] = ['branch', 'organisation', 'committee', 'owner'];

/** Who is reminded and told how many workdays before and after a date. */
export function Ladders({ programme }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  const { comma } = useDates();
  return (
    <Section title={t('part.ladders')} wide>
      <p className="rule-source">
        <Source source={programme.sources.ladders} />
      </p>
      <p>{t('internalLadder')}</p>
      <Table
        heads={[t('ofWhom'), t('when'), t('kind'), t('toWhom'), t('colour'), t('besides')]}
        rows={BODIES.flatMap((body) =>
          ladderOf(programme, { body }).map(({ offset, kind, to, colour, slip, bulletin }) => [
            say(DEADLINE_BODY_WORDS[body]),
            say(rungWords(offset > 0 ? `+${offset}` : String(offset))),
            say(RUNG_KIND_WORDS[kind]),
            to.map((one) => say(ADDRESSEE_WORDS[one])).join(comma),
            say(COLOUR_WORDS[colour]),
            [slip && t('slip'), bulletin && t('bulletin')].filter(Boolean).join(comma) || '—',
          ]),
        )}
      />
    </Section>
  );
}
