import { type OfficeRef, ROLE_DEFINITIONS } from '@app/domain';

/** The office, without a person: persons change and histories stay. */
export function officeText(office: OfficeRef | null): string {
  return office ? ROLE_DEFINITIONS[office.role].zh : '—';
}
