import { Column, type ColumnOptions, PrimaryColumn, type ValueTransformer } from 'typeorm';

const instant: ValueTransformer = {
  to: (value?: string | null) => (value ? new Date(value) : value),
  from: (value?: Date | null) => (value ? value.toISOString() : value),
};

const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

const flag: ValueTransformer = {
  to: (value?: boolean | null) => (value === null || value === undefined ? value : value ? 1 : 0),
  from: (value?: number | boolean | null) => (value === null || value === undefined ? value : Boolean(value)),
};

const ID = { type: 'char', length: 16 } as const;

/** An id made by `idOf`, or by `randomId` where nothing may be read off it. */
export const IdColumn = (options: ColumnOptions = {}) => Column({ ...ID, ...options });
/** The id by which a row is found. */
export const PrimaryIdColumn = () => PrimaryColumn(ID);
/** A code, key or word of at most `length` characters. */
export const WordColumn = (length: number, options: ColumnOptions = {}) =>
  Column({ type: 'varchar', length, ...options });
/** A SHA-256 as 64 lower-case hex digits. */
export const DigestColumn = (options: ColumnOptions = {}) => Column({ type: 'char', length: 64, ...options });
/** A civil date `YYYY-MM-DD`. */
export const DateColumn = (options: ColumnOptions = {}) => Column({ type: 'char', length: 10, ...options });
/** An instant, stored as datetime(3) UTC, read as ISO text. */
export const InstantColumn = (options: ColumnOptions = {}) =>
  Column({ type: 'datetime', precision: 3, transformer: instant, ...options });
/** A JSON value that no query looks into. */
export const JsonColumn = (options: ColumnOptions = {}) => Column({ type: 'longtext', transformer: json, ...options });
export const CountColumn = (options: ColumnOptions = {}) => Column({ type: 'int', ...options });
export const FlagColumn = (options: ColumnOptions = {}) => Column({ type: 'tinyint', transformer: flag, ...options });

/** The instant of a raw row's datetime column. */
export function toInstant(value: Date): string;
export function toInstant(value: Date | null): string | null;
export function toInstant(value: Date | null): string | null {
  return value ? value.toISOString() : null;
}
