import { LIGHTS, PHASE_WORDS, PHASES, type Role, ROLE_DEFINITIONS, LIGHT_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { LightMark } from '../../parts/light';
import { useWords } from '../../words/words';
import { CountLink } from './count-link';
import { BodyTable, type BodyLine } from './body-table';

type Overview = components['schemas']['Overview'];

/** Organisation × phase with the worst light of each, the lights of all, and whom they wait for. */
export function Board({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('campaigns');
  const say = useWords();
  const heads = [...PHASES.map((phase) => say(PHASE_WORDS[phase])), t('waitingOn'), t('lights')];
  return (
    <BodyTable overview={overview} label={t('progress')} heads={heads} note={t('lightsNote')}>
      {(line) => [
        ...PHASES.map((phase) => <PhaseCell key={phase} overview={overview} line={line} phase={phase} />),
        <span key="waiting" className="cell-lines">
          {Object.entries(line.waitingOn).map(([role, count]) => (
            <span key={role}>
              {say(ROLE_DEFINITIONS[role as Role])}{' '}
              <CountLink
                overview={overview}
                filter={line.filter}
                list="waitingOn"
                by={[role]}
                label={`${line.name} ${t('waitingOn')} ${say(ROLE_DEFINITIONS[role as Role])}`}
                count={count}
              />
            </span>
          ))}
        </span>,
        <span key="lights" className="lights">
          {LIGHTS.map((light) => {
            const count = line.lights[light];
            return (
              count !== undefined && (
                <span key={light}>
                  <LightMark light={light} />{' '}
                  <CountLink
                    overview={overview}
                    filter={line.filter}
                    list="lights"
                    by={[light]}
                    label={`${line.name} ${say(LIGHT_WORDS[light])}`}
                    count={count}
                  />
                </span>
              )
            );
          })}
        </span>,
      ]}
    </BodyTable>
  );
}

interface PhaseCellProps {
  readonly overview: Overview;
  readonly line: BodyLine;
  readonly phase: (typeof PHASES)[number];
}

function PhaseCell({ overview, line, phase }: PhaseCellProps) {
  const say = useWords();
  const count = line.phases[phase];
  const worst = line.worst[phase];
  if (!count) return null;
  return (
    <span className="phase-cell">
      <CountLink
        overview={overview}
        filter={line.filter}
        list="phases"
        by={[phase]}
        label={`${line.name} ${say(PHASE_WORDS[phase])}`}
        count={count}
      />
      {worst && <LightMark light={worst} />}
    </span>
  );
}
