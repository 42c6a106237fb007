import { type Light, LIGHTS, PHASE_WORDS, PHASES } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { LightMark } from '../../parts/light';
import { Nothing } from '../../parts/nothing';
import { useWords } from '../../words/words';

type Line = components['schemas']['Overview']['organisations'][number];

/** One line per organisation: branches by phase with the worst light among them, the lights of all, and the goal's counts. */
export function Board({ organisations }: { readonly organisations: readonly Line[] }) {
  const { t } = useTranslation('campaigns');
  const say = useWords();
  if (organisations.length === 0) return <Nothing title={t('noOrganisations')} />;
  return (
    <div className="panel wide" role="region" aria-label={t('organisations')} tabIndex={0}>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('organisation')}</th>
            {PHASES.map((phase) => (
              <th scope="col" key={phase}>
                {say(PHASE_WORDS[phase])}
              </th>
            ))}
            <th scope="col">{t('lights')}</th>
            <th scope="col">{t('counts.filed')}</th>
            <th scope="col">{t('counts.recognised')}</th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((line) => (
            <tr key={line.organisationId}>
              <th scope="row">{line.name}</th>
              {PHASES.map((phase) => (
                <td key={phase}>
                  <PhaseCell count={line.phases[phase]} worst={line.worst[phase]} />
                </td>
              ))}
              <td>
                <span className="lights">
                  {lightsOf(line).map(([light, count]) => (
                    <LightMark key={light} light={light} count={count} />
                  ))}
                </span>
              </td>
              <td className="number">{line.goal.filed}</td>
              <td className="number">{line.goal.recognised}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PhaseCell({ count, worst }: { readonly count: number | undefined; readonly worst: Light | undefined }) {
  if (!count) return null;
  return (
    <span className="phase-cell">
      <b>{count}</b>
      {worst && <LightMark light={worst} />}
    </span>
  );
}

function lightsOf({ lights }: Line): [Light, number][] {
  return LIGHTS.flatMap((light): [Light, number][] => (lights[light] ? [[light, lights[light]]] : []));
}
