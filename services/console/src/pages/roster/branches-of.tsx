import { ROLE_DEFINITIONS, type Role } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { byRole } from './offices-of';
import { type AskedRoster, useWhole } from './whole';

type Branch = components['schemas']['BranchLine'];
type Grant = components['schemas']['GrantLine'];

interface BranchesOfProps {
  readonly asked: AskedRoster;
  /** The branch whose members are shown. */
  readonly branchId: string | undefined;
}

/** The branches of the day with who held their offices; of all organisations only those that are looked for. */
export function BranchesOf({ asked, branchId }: BranchesOfProps) {
  const { organisationId, q } = asked;
  const organisations = useWhole('/api/v1/organisations', { campaignId: asked.campaignId, asOf: asked.asOf });
  const seesOnlyBranches = organisations.data?.items.length === 0;
  return organisationId !== undefined || q !== undefined || seesOnlyBranches ? (
    <Branches asked={asked} branchId={branchId} />
  ) : null;
}

function Branches({ asked, branchId }: BranchesOfProps) {
  const { t } = useTranslation('roster');
  const { campaignId, asOf, organisationId } = asked;
  const query = useWhole('/api/v1/branches', asked);
  const grants = useWhole('/api/v1/grants', { campaignId, asOf, organisationId, bodyKind: 'branch' });
  return (
    <Loaded query={query}>
      {({ items, names }) =>
        items.length === 0 ? (
          <Section title={t('branches', { count: 0 })}>
            <Nothing title={t('noBranches')} text={t('noBranchesText')} />
          </Section>
        ) : (
          <Section title={t('branches', { count: items.length })} wide>
            <table className="board">
              <thead>
                <tr>
                  <th scope="col">{t('branch')}</th>
                  <th scope="col">{t('offices')}</th>
                  <th scope="col">{t('foundedOn')}</th>
                  <th scope="col">{t('members')}</th>
                  <th scope="col">{t('masses')}</th>
                  <th scope="col">{t('since')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((branch) => (
                  <BranchRow
                    key={branch.id}
                    branch={branch}
                    of={organisationId === undefined ? names[branch.organisationId]?.name : undefined}
                    grants={(grants.data?.items ?? []).filter(({ bodyId }) => bodyId === branch.id)}
                    members={branch.id === branchId ? { campaignId, asOf, branchId } : undefined}
                  />
                ))}
              </tbody>
            </table>
          </Section>
        )
      }
    </Loaded>
  );
}

interface BranchRowProps {
  readonly branch: Branch;
  /** Its organisation, where several are shown. */
  readonly of: string | undefined;
  readonly grants: readonly Grant[];
  /** Asked where its members are shown. */
  readonly members: AskedRoster | undefined;
}

function BranchRow({ branch, of, grants, members }: BranchRowProps) {
  const { t } = useTranslation('roster');
  const say = useWords();
  const { date } = useDates();
  const { id, code, name, foundedOn, validFrom, validTo } = branch;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="quiet second">{[code, of].filter(Boolean).join(' · ')}</span>
        <Link
          to="/roster"
          search={(before) => ({ ...before, branchId: members ? undefined : id })}
          resetScroll={false}
          aria-expanded={members !== undefined}
          aria-label={t(members ? 'hideMembersOf' : 'showMembersOf', { name })}
          className="roster-members-way"
        >
          {t(members ? 'hideMembers' : 'showMembers')}
        </Link>
      </th>
      <td>
        <ul className="roster-offices">
          {[...grants].sort(byRole).map((grant) => (
            <li key={grant.id}>
              <span className="quiet">{say(ROLE_DEFINITIONS[grant.role as Role])}</span> {grant.personName}
              <span className="quiet"> {t('sinceDay', { date: date(grant.validFrom) })}</span>
            </li>
          ))}
        </ul>
        {members && <Members asked={members} />}
      </td>
      <td>{date(foundedOn)}</td>
      <td className="number">{branch.members}</td>
      <td className="number">{branch.masses}</td>
      <td>
        {date(validFrom)}
        {validTo && <span className="second">{t('until', { date: date(validTo) })}</span>}
      </td>
    </tr>
  );
}

/** The people on the roster of a branch on the day. */
function Members({ asked }: { readonly asked: AskedRoster }) {
  const { t } = useTranslation('roster');
  const { comma } = useDates();
  const query = useWhole('/api/v1/people', asked);
  return (
    <Loaded query={query} rows={1}>
      {({ items }) => (
        <p className="roster-members">
          <b>{t('onRoster', { count: items.length })}</b> {items.map(({ name }) => name).join(comma)}
        </p>
      )}
    </Loaded>
  );
}
