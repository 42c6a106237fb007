import {
  type DocumentKind,
  formatPoints,
  PROBLEM_STATE_WORDS,
  type Programme,
  scoreSheet,
  type Words,
} from '@app/domain';
import type { components } from '../../api/schema';
import type { PaperLine } from './difference';

type Schemas = components['schemas'];

/** With what a paper is put into words. */
export interface PaperWriting {
  readonly programme: Programme;
  readonly names: Schemas['Names'];
  readonly say: (words: Words | undefined) => string;
  readonly date: (date: string) => string;
  readonly nameOf: (of: { readonly name: string; readonly nameEn: string }) => string;
  readonly word: (key: 'found' | 'notFound' | 'remark' | 'noMeasure') => string;
}

/** A paper as people read it, field by field; null for a kind that is not compared. */
export function paperLines(kind: DocumentKind, body: unknown, writing: PaperWriting): PaperLine[] | null {
  switch (kind) {
    case 'survey':
      return surveyLines(body as Schemas['SurveyBody'], writing);
    case 'self-assessment':
    case 'superior-assessment':
    case 'review':
      return sheetLines(body as Schemas['SheetBody'] & Partial<Schemas['ReviewBody']>, writing);
    case 'branch-plan':
      return planLines(body as Schemas['BranchPlanBody'], writing);
    default:
      return null;
  }
}

function surveyLines({ answers }: Schemas['SurveyBody'], { programme, nameOf, word }: PaperWriting): PaperLine[] {
  return programme.scoreSheet.dimensions.map((dimension) => {
    const given = answers.find((answer) => answer.dimension === dimension.id);
    const text = given && [given.found ? word('found') : word('notFound'), given.note].filter(Boolean).join(' ');
    return { key: dimension.id, label: nameOf(dimension), text: text ?? '' };
  });
}

/** What each indicator loses and why, what changed since the last year, and the remark. */
export function sheetLines(
  body: Schemas['SheetBody'] & { readonly changes?: Schemas['ReviewBody']['changes'] },
  { programme, word }: Pick<PaperWriting, 'programme' | 'word'>,
): PaperLine[] {
  const { lost } = scoreSheet(programme.scoreSheet, body);
  const lines = programme.scoreSheet.dimensions.flatMap(({ indicators }) =>
    indicators.map(({ id, name }) => {
      const deductions = lost.filter(({ indicator }) => indicator === id);
      const texts = [
        ...deductions.map(({ points, when, reason }) => `${formatPoints(-points)} ${when} ${reason}`),
        ...body.notApplicable.filter(({ indicator }) => indicator === id).map(({ reason }) => reason),
        ...(body.changes ?? []).filter(({ indicator }) => indicator === id).map(({ note }) => note),
      ];
      return { key: id, label: name, text: texts.join('\n') };
    }),
  );
  return [...lines, { key: 'remark', label: word('remark'), text: body.remark ?? '' }];
}

function planLines({ problems }: Schemas['BranchPlanBody'], writing: PaperWriting): PaperLine[] {
  const { programme, names, say, date, nameOf, word } = writing;
  return problems.map(({ id, dimension, measure, ownerId, dueDate, state }) => {
    const found = programme.scoreSheet.dimensions.find((one) => one.id === dimension);
    const words: Readonly<Record<string, Words>> = PROBLEM_STATE_WORDS;
    const texts = [
      measure ?? word('noMeasure'),
      ownerId && names[ownerId]?.name,
      dueDate && date(dueDate),
      say(words[state]),
    ];
    return { key: id, label: found ? nameOf(found) : '', text: texts.filter(Boolean).join('\n') };
  });
}
