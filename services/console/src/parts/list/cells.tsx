import {
  type BodyKind,
  DEADLINE_BODY_WORDS,
  DEADLINE_WORDS,
  formatPoints,
  LIGHTS,
  LIGHT_WORDS,
  MET_WORDS,
  ROLE_DEFINITIONS,
  firingWords,
  rungWords,
  shanghaiDateOf,
  type Words,
} from '@app/domain';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema';
import { LightMark } from '../light';
import { problemsAddress } from '../problems/problems-address';
import { QuickLink } from '../quick-link';
import { RunLink } from '../run-link';
import type { Cell, FilterField, Writing } from './list';

type Schemas = components['schemas'];
type Deadline = Schemas['DeadlineLine'];
type Table = Readonly<Record<string, Words>>;

/** Filters that several lists have. */
export const YEAR: FilterField = { kind: 'year' };
export const ORGANISATION: FilterField = { kind: 'organisation' };
export const AREA: FilterField = { kind: 'area' };
export const BRANCH: FilterField = { kind: 'branch', isRare: true };
export const SEARCH: FilterField = { kind: 'search' };
export const LIGHT: FilterField = {
  kind: 'choice',
  words: Object.fromEntries(LIGHTS.map((light) => [light, LIGHT_WORDS[light]])),
};

/** Of a run: of its own dates, beside the light of the date that it is awaited by. */
export const OWN_LIGHT: FilterField = { ...LIGHT, label: 'ownLight' };

/** What an id is called. */
export function nameOf(id: string | null, { names }: Writing): string {
  return (id !== null && names[id]?.name) || '—';
}

/** The word of a code, a dash where there is none. */
export function wordOfCode(table: Table, code: string | null | undefined, { say }: Writing): string {
  return code === null || code === undefined ? '—' : say(table[code]);
}

/** The day of an instant in Suzhou. */
export function dayOf(instant: string | null | undefined, { dates }: Writing): string {
  return instant ? dates.date(shanghaiDateOf(instant)) : '—';
}

export function dateOf(date: string | null | undefined, { dates }: Writing): string {
  return date ? dates.date(date) : '—';
}

export function pointsOf(score: number | null): string {
  return score === null ? '—' : formatPoints(score);
}

/** Who must act: the office, and of which body. */
export function WaitingOn({ office, writing }: { office: Schemas['OfficeRef'] | null; writing: Writing }) {
  if (!office) return <span className="quiet">—</span>;
  const body = office.bodyKind === ('committee' satisfies BodyKind) ? '' : nameOf(office.bodyId, writing);
  return (
    <>
      {writing.say(ROLE_DEFINITIONS[office.role])}
      {body && <span className="quiet second">{body}</span>}
    </>
  );
}

/** By when: what is needed, the date, the workdays left. */
export function AwaitedDate({ awaited, writing }: { awaited: Schemas['Awaited'] | null; writing: Writing }) {
  if (!awaited) return <span className="quiet">—</span>;
  const { kind, dueDate, workdaysLeft, light } = awaited;
  return (
    <>
      {dateOf(dueDate, writing)} <LightMark light={light} />
      <span className="quiet second">
        {writing.say(DEADLINE_WORDS[kind])}
        {workdaysLeft !== null && ` · ${writing.workdays(workdaysLeft)}`}
      </span>
    </>
  );
}

export function LightOf({ light }: { light: Deadline['light'] | null }) {
  return light ? <LightMark light={light} /> : <span className="quiet">—</span>;
}

/** What was last heard of a date: that it was met, or which rung of its ladder spoke. */
export function lastHeard({ metAt, metHow, rungs }: Deadline, writing: Writing): string {
  const { say } = writing;
  if (metAt) return `${dayOf(metAt, writing)} · ${wordOfCode(MET_WORDS, metHow, writing)}`;
  const fired = rungs.filter(({ firedAt }) => firedAt !== null).at(-1);
  if (!fired?.firedAt) return '—';
  const both = firingWords({ at: fired.at, firedAt: fired.firedAt });
  return `${both ? say(both) : dayOf(fired.firedAt, writing)} · ${say(rungWords(fired.rung))}`;
}

/** A problem, as the way to it among those of its branch. */
export function problemLink({ id, branchId }: { readonly id: string; readonly branchId: string }, words: ReactNode) {
  return (
    <QuickLink to={problemsAddress(branchId)} search={{ problem: id }}>
      {words}
    </QuickLink>
  );
}

/** What a date is of, as the way to the year or the problem that it is a date of. */
export function matterOf(
  { kind, runId, branchId, year }: Pick<Deadline, 'kind' | 'runId' | 'branchId'> & { readonly year?: number },
  { say }: Writing,
) {
  const words = [year, say(DEADLINE_WORDS[kind])].filter(Boolean).join(' ');
  if (kind === 'problem') return branchId === null ? words : problemLink({ id: runId, branchId }, words);
  return (
    <RunLink kind={branchId === null ? 'organisation-runs' : 'branch-runs'} id={runId}>
      {words}
    </RunLink>
  );
}

function BranchName({ branchId, writing }: { branchId: string; writing: Writing }) {
  return (
    <QuickLink to="/branch-runs" search={{ branchId }}>
      {nameOf(branchId, writing)}
    </QuickLink>
  );
}

/** Columns of every list of dates. */
export const DEADLINE_COLUMNS = {
  matter: {
    fields: ['year', 'kind'],
    cell: matterOf,
  },
  responsible: {
    fields: ['body', 'organisationId', 'branchId'],
    cell: ({ body, branchId, organisationId }, writing) => (
      <>
        {branchId === null || body === 'organisation' ? (
          nameOf(organisationId, writing)
        ) : (
          <BranchName branchId={branchId} writing={writing} />
        )}
        <span className="quiet second">
          {branchId !== null && body !== 'organisation' && `${nameOf(organisationId, writing)} · `}
          {wordOfCode(DEADLINE_BODY_WORDS, body, writing)}
          {branchId !== null && body === 'organisation' && (
            <>
              {' · '}
              <BranchName branchId={branchId} writing={writing} />
            </>
          )}
        </span>
      </>
    ),
  },
  dueDate: { fields: ['dueDate'], cell: ({ dueDate }, writing) => dateOf(dueDate, writing) },
  light: { fields: ['light'], cell: ({ light }) => <LightMark light={light} /> },
  lastHeard: { fields: ['metAt', 'metHow', 'rungs'], cell: lastHeard },
} satisfies Readonly<Record<string, Cell<Deadline>>>;
