import { DomainError } from '../errors';
import type { Programme } from './programme';
import { checkConsistency } from './programme-consistency';
import { checkPlausibility } from './programme-plausibility';
import { checkScoreSheet } from './programme-sheet-check';
import { PROGRAMME_SHAPE, type Shape } from './programme-shape';
import { hundredthsOf, isRecord, tenThousandthsOf, walk, type ProgrammeFault, type Report } from './programme-walk';

/**
 * Everything that is wrong with a programme as written, none where it can stand. `raw` holds the keys of
 * programme.yaml and the score sheet under `scoreSheet`; points are points and shares are text such as `80%`.
 */
export function checkProgramme(raw: unknown): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  const report: Report = (pointer, code, { zh, en }) => {
    faults.push({ pointer, code, message: `${zh} · ${en}` });
  };
  walk({ value: raw, pointer: '' }, PROGRAMME_SHAPE, report);
  checkConsistency(raw, report);
  checkScoreSheet(raw, report);
  checkPlausibility(raw, report);
  return faults;
}

/** The programme of a raw text that has no fault, points in hundredths and shares in ten-thousandths; else `programme-invalid`. */
export function toProgramme(raw: unknown): Programme {
  const faults = checkProgramme(raw);
  if (faults.length > 0) {
    throw new DomainError('programme-invalid', `方案有 ${faults.length} 处错误 · the programme has faults`, { faults });
  }
  const programme = convert(raw, PROGRAMME_SHAPE) as Omit<Programme, 'dimensions'>;
  return { ...programme, dimensions: programme.scoreSheet.dimensions.map((dimension) => dimension.id) };
}

/** How a reader of files, which knows no rules, checks and builds a programme. */
export const programmeFormat = { check: checkProgramme, build: toProgramme };

function convert(value: unknown, shape: Shape): unknown {
  if (shape.is === 'points') return hundredthsOf(value);
  if (shape.is === 'share') return tenThousandthsOf(value);
  if (shape.is === 'list' && Array.isArray(value)) return value.map((entry) => convert(entry, shape.of));
  if (shape.is === 'record' && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry, shape.keys[key])]));
  }
  return value;
}
