import { ROLE_DEFINITIONS, type Role, ROLES } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { type AskedRoster, type Names, useWhole } from './whole';

type Grant = components['schemas']['GrantLine'];

interface OfficesOfProps {
  readonly title: string;
  readonly asked: AskedRoster;
  /** Not shown at all where there is none in sight. */
  readonly quiet?: boolean;
}

/** The offices of some bodies with who held them on the day. */
export function OfficesOf({ title, asked, quiet = false }: OfficesOfProps) {
  const { t } = useTranslation('roster');
  const query = useWhole('/api/v1/grants', asked);
  return (
    <Loaded query={query}>
      {({ items, names }) =>
        items.length === 0 ? (
          !quiet && (
            <Section title={title}>
              <Nothing title={t('noOffices')} />
            </Section>
          )
        ) : (
          <Section title={title} wide>
            <OfficeTable grants={items} names={names} withBody={asked.bodyKind === 'area'} />
          </Section>
        )
      }
    </Loaded>
  );
}

interface OfficeTableProps {
  readonly grants: readonly Grant[];
  readonly names: Names;
  readonly withBody: boolean;
}

function OfficeTable({ grants, names, withBody }: OfficeTableProps) {
  const { t } = useTranslation('roster');
  const say = useWords();
  return (
    <table className="board">
      <thead>
        <tr>
          <th scope="col">{t('office')}</th>
          {withBody && <th scope="col">{t('area')}</th>}
          <th scope="col">{t('holder')}</th>
          <th scope="col">{t('deputy')}</th>
          <th scope="col">{t('heldSince')}</th>
        </tr>
      </thead>
      <tbody>
        {[...grants].sort(byRole).map((grant) => (
          <tr key={grant.id}>
            <th scope="row">{say(ROLE_DEFINITIONS[grant.role as Role])}</th>
            {withBody && <td>{names[grant.bodyId]?.name ?? '—'}</td>}
            <td>{grant.personName}</td>
            <td>{(grant.deputyId && names[grant.deputyId]?.name) ?? '—'}</td>
            <td>
              <HeldSince grant={grant} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Since when an office was held, and until when where that is over. */
export function HeldSince({ grant: { validFrom, validTo } }: { readonly grant: Grant }) {
  const { t } = useTranslation('roster');
  const { date } = useDates();
  return (
    <>
      {date(validFrom)}
      {validTo && <span className="second">{t('until', { date: date(validTo) })}</span>}
    </>
  );
}

/** Bodies together, and in each the offices in the order in which roles are shown. */
export function byRole(one: Grant, other: Grant): number {
  const place = ({ role }: Grant) => ROLES.indexOf(role as Role);
  return one.bodyId === other.bodyId ? place(one) - place(other) : one.bodyId < other.bodyId ? -1 : 1;
}
