import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { ProgrammeText, type ProgrammeFileFault } from './programme-text';

/** The two files of a programme's folder; the sheet's keys stand under `scoreSheet` of the whole. */
export const PROGRAMME_FILE = 'programme.yaml';
export const SCORE_SHEET_FILE = 'score-sheet.yaml';

/** A longer file is refused unread: a programme is some tens of kilobytes. */
export const PROGRAMME_FILE_MAX_BYTES = 1_048_576;

const SHEET_POINTER = '/scoreSheet';

/** The rules by which files become a programme: `programmeFormat` of the domain, handed in because a reader knows no rules. */
export interface ProgrammeFormat<P> {
  check(raw: unknown): readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  build(raw: unknown): P;
}

/** A programme with the canonical JSON (RFC 8785) that its digest is made of, or the faults of its files. */
export type LoadedProgramme<P> =
  | { readonly programme: P; readonly digestSource: string; readonly faults: readonly [] }
  | {
      readonly programme?: undefined;
      readonly digestSource?: undefined;
      readonly faults: readonly ProgrammeFileFault[];
    };

/** Reads a programme's folder; every fault of both files at once, in the order of file and line, and then no programme. */
export function loadProgramme<P>(folder: string, format: ProgrammeFormat<P>): LoadedProgramme<P> {
  const files = [PROGRAMME_FILE, SCORE_SHEET_FILE].map((name) => readText(folder, name));
  const unreadable = files.flatMap((file) => (file instanceof ProgrammeText ? file.syntaxFaults : [file]));
  const [main, sheet] = files;
  if (unreadable.length > 0 || !(main instanceof ProgrammeText) || !(sheet instanceof ProgrammeText)) {
    return { faults: unreadable };
  }
  const top = main.value;
  const clash = isRecord(top) && 'scoreSheet' in top ? [sheetInProgramme(main)] : [];
  const raw = isRecord(top) ? { ...top, scoreSheet: sheet.value } : top;
  const faults = [...clash, ...format.check(raw).map((fault) => placed(fault, main, sheet))];
  if (faults.length > 0) return { faults: faults.sort(byPlace) };
  const programme = format.build(raw);
  return { programme, digestSource: canonicalize(programme) ?? '', faults: [] };
}

function readText(folder: string, name: string): ProgrammeText | ProgrammeFileFault {
  const refuse = (code: string, message: string): ProgrammeFileFault => ({
    file: name,
    line: 1,
    column: 1,
    pointer: '',
    code,
    message,
  });
  const path = join(folder, name);
  try {
    const tooLong = refuse('file-too-large', `文件超过 1 MiB · the file is over 1 MiB`);
    if (statSync(path).size > PROGRAMME_FILE_MAX_BYTES) return tooLong;
    const bytes = readFileSync(path);
    if (bytes.length > PROGRAMME_FILE_MAX_BYTES) return tooLong;
    if (!isUtf8(bytes)) return refuse('not-utf-8', '文件不是 UTF-8 编码 · the file is not UTF-8');
    return new ProgrammeText(name, bytes.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('file-unreadable', `无法读取文件 · cannot read the file: ${reason}`);
  }
}

function placed(
  fault: { readonly pointer: string; readonly code: string; readonly message: string },
  main: ProgrammeText,
  sheet: ProgrammeText,
): ProgrammeFileFault {
  const inSheet = fault.pointer === SHEET_POINTER || fault.pointer.startsWith(`${SHEET_POINTER}/`);
  const file = inSheet ? sheet : main;
  const pointer = inSheet ? fault.pointer.slice(SHEET_POINTER.length) : fault.pointer;
  return { file: file.name, ...file.placeOf(pointer), pointer, code: fault.code, message: fault.message };
}

function sheetInProgramme(main: ProgrammeText): ProgrammeFileFault {
  const message = `评估表写在 ${SCORE_SHEET_FILE} · the score sheet has a file of its own`;
  return { file: main.name, ...main.placeOf(SHEET_POINTER), pointer: SHEET_POINTER, code: 'unknown-key', message };
}

function byPlace(left: ProgrammeFileFault, right: ProgrammeFileFault): number {
  const [first, second] = [left, right].map((fault) => (fault.file === PROGRAMME_FILE ? 0 : 1));
  return first - second || left.line - right.line || left.column - right.column;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
