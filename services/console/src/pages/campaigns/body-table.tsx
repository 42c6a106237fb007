import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';

type Overview = components['schemas']['Overview'];

/** The figures of the whole, an area or an organisation, with what they are called. */
export type BodyLine = Pick<
  Overview,
  'phases' | 'lights' | 'waitingOn' | 'worst' | 'dates' | 'goal' | 'outOfScope' | 'filter'
> & { readonly id: string; readonly name: string };

interface BodyTableProps {
  readonly overview: Overview;
  readonly label: string;
  readonly heads: readonly string[];
  /** The cells of a line, one for each head. */
  readonly children: (line: BodyLine) => readonly ReactNode[];
}

/** Organisations by area below the whole, a line each; of one area or organisation alone no sum is shown. */
export function BodyTable({ overview, label, heads, children }: BodyTableProps) {
  const { t } = useTranslation('campaigns');
  const { areas, organisations } = overview;
  const rowOf = (line: BodyLine, rank: string) => (
    <tr key={line.id} className={rank}>
      <th scope="row">{line.name}</th>
      {children(line).map((cell, at) => (
        <td key={heads[at]}>{cell}</td>
      ))}
    </tr>
  );
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <div className="panel wide" role="region" aria-label={label} tabIndex={0}>
        <table className="board">
          <thead>
            <tr>
              <th scope="col">{t('organisation')}</th>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {organisations.length > 1 && (
            <tbody>{rowOf({ ...overview, id: 'whole', name: t('whole') }, 'line-whole')}</tbody>
          )}
          {areas.map(({ areaId, ...area }) => (
            <tbody key={areaId}>
              {areas.length > 1 && rowOf({ ...area, id: areaId }, 'line-area')}
              {organisations
                .filter((organisation) => organisation.areaId === areaId)
                .map((organisation) =>
                  rowOf({ ...organisation, id: organisation.organisationId }, 'line-organisation'),
                )}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
