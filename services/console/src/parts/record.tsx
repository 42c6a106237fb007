import { daysBetween, endsOf, firingWords, processOf, type RunKind, shanghaiDateOf } from '@app/domain';
import { Segmented } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/preferences';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { useDoer } from './doer';
import { Nothing } from './nothing';
import { namedPayload } from './named-payload';
import { QuickLink } from './quick-link';
import { type Zoom, ZOOMS } from './zooms';
import './run.css';

type Line = components['schemas']['TimelineLine'];
type Names = components['schemas']['Names'];

/** From how many days without a line the record says so. */
const IDLE_DAYS = 14;

interface RecordProps {
  /** Null for the record of a register entry, which has no steps. */
  readonly kind: RunKind | null;
  readonly lines: readonly Line[];
  readonly names: Names;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** The page on which what a line tells of is looked at. */
  readonly wayOf?: ((line: Line) => string | null) | undefined;
}

/** The record of a run, the latest line first: who did what in which office, by both clocks. */
export function Record({ kind, lines, names, zoom, onZoom, wayOf }: RecordProps) {
  const { t } = useTranslation('parts');
  const shown = (zoom === 'milestones' ? lines.filter(({ type }) => isMilestone(kind, type)) : lines).toReversed();
  return (
    <>
      <Segmented
        className="page-tools"
        aria-label={t('zoom.label')}
        value={zoom}
        options={ZOOMS.map((value) => ({ value, label: t(`zoom.${value}`) }))}
        onChange={onZoom}
      />
      {shown.length === 0 ? (
        <Nothing title={t('noLines')} />
      ) : (
        <ol className="record">
          {shown.map((line, at) => (
            <Fragment key={line.sequence}>
              <Idle later={shown[at - 1]} earlier={line} />
              <RecordLine line={line} names={names} raw={zoom === 'raw'} way={wayOf?.(line) ?? null} />
            </Fragment>
          ))}
        </ol>
      )}
    </>
  );
}

/** What led to a step, of the run itself. */
function isMilestone(kind: RunKind | null, type: string): boolean {
  if (kind === null) return true;
  const { events, steps } = processOf(kind);
  const to = events[type]?.to ?? null;
  return Object.keys(steps).some((step) => endsOf(to, step).length > 0);
}

function Idle({ later, earlier }: { readonly later: Line | undefined; readonly earlier: Line }) {
  const { t } = useTranslation('parts');
  if (!later) return null;
  const days = daysBetween(shanghaiDateOf(earlier.recordedAt), shanghaiDateOf(later.recordedAt));
  return days < IDLE_DAYS ? null : <li className="record-idle quiet">{t('idle', { count: days })}</li>;
}

interface RecordLineProps {
  readonly line: Line;
  readonly names: Names;
  readonly raw: boolean;
  readonly way: string | null;
}

function RecordLine({ line, names, raw, way }: RecordLineProps) {
  const { t } = useTranslation('parts');
  const [language] = useLanguage();
  const { date, time } = useDates();
  const doer = useDoer();
  const say = useWords();
  const { type, title, titleEn, by, reason, happenedAt, recordedAt, writtenAt, sequence, hash, payload } = line;
  const words = language === 'zh' ? title : titleEn;
  const isFiring = type === 'rung-fired';
  const firing = isFiring ? firingWords({ at: happenedAt, firedAt: recordedAt }) : null;
  const happenedOn = happenedAt && (happenedAt.length > 10 ? shanghaiDateOf(happenedAt) : happenedAt);
  return (
    <li className="record-line">
      <span className="quiet number">{time(recordedAt)}</span>
      <div>
        <b>{way === null ? words : <QuickLink to={way}>{words}</QuickLink>}</b>
        {by && <span> {doer(by)}</span>}
        {firing && <span className="quiet"> {say(firing)}</span>}
        {!isFiring && happenedOn && happenedOn !== shanghaiDateOf(recordedAt) && (
          <span className="quiet"> {t('happenedOn', { date: date(happenedOn) })}</span>
        )}
        {reason && <p>{reason}</p>}
        {raw && (
          <>
            <p className="quiet record-chain">
              {t('chain', { no: sequence, time: time(writtenAt) })}
              <code>{hash}</code>
            </p>
            <pre className="record-raw" tabIndex={0} aria-label={t('payload')}>
              {namedPayload(payload, names)}
            </pre>
          </>
        )}
      </div>
    </li>
  );
}
