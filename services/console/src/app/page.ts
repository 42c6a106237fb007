import type { PermissionName } from '@app/domain';
import type { ComponentType } from 'react';

/** What the frame knows of a page: its place among the pages, and who is shown the way to it. */
export interface Page {
  /** Where it starts. */
  readonly to: string;
  /** What it is narrowed by where nobody asked for anything else: it then stands in the address. */
  readonly search?: Readonly<Record<string, string>>;
  /** The namespace of its words, which hold `title`: the name of its folder. */
  readonly words: string;
  readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
  /** What an office must be allowed for the page to make sense; the API decides what it is shown. */
  readonly permission: PermissionName;
}
