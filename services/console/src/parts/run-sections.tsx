import type { RunKind } from '@app/domain';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { Course } from './course';
import { Loaded } from './loaded';
import { type FurtherPaper, Papers } from './papers';
import { Record } from './record';
import { Section } from './section';
import type { Zoom } from './zooms';

type Schemas = components['schemas'];
type Names = Schemas['Names'];
type QueryOf<L> = ComponentProps<typeof Loaded<{ readonly items: readonly L[]; readonly names: Names }>>['query'];

/** The longest part of a record that is read at once: more than a year holds. */
export const WHOLE = { limit: 200 };

interface CourseSectionProps {
  readonly kind: RunKind;
  readonly step: string;
  readonly record: QueryOf<Schemas['TimelineLine']>;
  readonly turns?: ComponentProps<typeof Course>['turns'];
}

/** The road of a run, by its record. */
export function CourseSection({ record, ...run }: CourseSectionProps) {
  const { t } = useTranslation('parts');
  return (
    <Section title={t('course')}>
      <Loaded query={record}>{({ items }) => <Course events={items} {...run} />}</Loaded>
    </Section>
  );
}

interface PapersSectionProps {
  readonly papers: QueryOf<Schemas['DocumentLine']>;
  readonly further?: readonly FurtherPaper[];
  readonly versionsAt?: string;
}

/** The papers of a run. */
export function PapersSection({ papers, ...ways }: PapersSectionProps) {
  const { t } = useTranslation('parts');
  return (
    <Section title={t('papers')} wide>
      <Loaded query={papers}>{({ items, names }) => <Papers papers={items} names={names} {...ways} />}</Loaded>
    </Section>
  );
}

interface RecordSectionProps {
  readonly kind: RunKind;
  readonly record: QueryOf<Schemas['TimelineLine']>;
  readonly zoom: Zoom | undefined;
  readonly onZoom: (zoom: Zoom) => void;
  readonly wayOf?: ComponentProps<typeof Record>['wayOf'];
}

/** The record of a run, looked at from as near as one likes. */
export function RecordSection({ record, zoom = 'milestones', ...shown }: RecordSectionProps) {
  const { t } = useTranslation('parts');
  return (
    <Section title={t('record')}>
      <Loaded query={record}>{({ items, names }) => <Record lines={items} {...{ names, zoom, ...shown }} />}</Loaded>
    </Section>
  );
}
