import { STEP_WORDS, SURVEY_CLASS_WORDS, type Target, TARGET_WORDS, TARGETS } from '@app/domain';
import { Alert, Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../../parts/nothing';
import { RunLink } from '../../parts/run-link';
import { useWords } from '../../words/words';
import { type PastedTargets, readPasted } from './pasted';
import { type PlanBody, targetIn, withTargets } from './plan';
import type { PlannedBranch } from './use-branches';

interface TargetTableProps {
  readonly branches: readonly PlannedBranch[];
  readonly body: PlanBody;
  readonly year: number;
  readonly edit?: (body: PlanBody) => void;
}

/** What a block brought, and the plan before it. */
interface Pasting extends PastedTargets {
  readonly before: PlanBody;
}

/** Every branch with its target: chosen with arrows or 1 and 2, or pasted as a block from a spreadsheet. */
export function TargetTable({ branches, body, year, edit }: TargetTableProps) {
  const { t } = useTranslation('organisation-plans');
  const table = useRef<HTMLTableElement>(null);
  const [pasting, setPasting] = useState<Pasting>();
  const put = (changed: ReadonlyMap<string, Target | null>) => edit?.(withTargets(body, branches, changed));
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rowOf(event.target);
    const to = at === undefined ? undefined : rowAfter(event.key, { at, last: branches.length - 1 });
    const branch = at === undefined ? undefined : branches[at];
    const target = TARGETS[Number(event.key) - 1];
    if (!edit || !branch || event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) focusRow(table.current, to);
    else if (target) put(new Map([[branch.branchId, target]]));
    else if (event.key === 'Delete' || event.key === 'Backspace') put(new Map([[branch.branchId, null]]));
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!edit) return;
    event.preventDefault();
    const named = branches.map(({ branchId: id, branchCode: code, branchName: name }) => ({ id, code, name }));
    const frame = { branches: named, from: rowOf(event.target) ?? 0, year };
    const pasted = readPasted(event.clipboardData.getData('text/plain'), frame);
    setPasting({ ...pasted, before: body });
    put(pasted.targets);
  };
  const undecided = branches.filter(({ branchId }) => targetIn(body, branchId) === undefined);
  if (branches.length === 0) return <Nothing title={t('noBranches')} text={t('noBranchesText')} />;
  return (
    <section aria-labelledby="targets">
      <div className="section-head">
        <h2 id="targets">{t('targets')}</h2>
        {edit && undecided.length > 0 && (
          <Button onClick={() => put(new Map(undecided.map(({ branchId }) => [branchId, 'this-year'])))}>
            {t('restThisYear', { count: undecided.length })}
          </Button>
        )}
      </div>
      {edit && <p className="quiet">{t('keys')}</p>}
      {pasting && (
        <PasteNotice
          pasting={pasting}
          onUndo={() => {
            edit?.(pasting.before);
            setPasting(undefined);
          }}
          onClose={() => setPasting(undefined)}
        />
      )}
      <div className="panel wide" role="region" aria-labelledby="targets" tabIndex={0} {...(edit && { onPaste })}>
        <table className="board plan-targets" ref={table} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('branch')}</th>
              <th scope="col">{t('surveyClass')}</th>
              <th scope="col">{t('step')}</th>
              <th scope="col">{t('target')}</th>
            </tr>
          </thead>
          <tbody>
            {branches.map((branch, at) => (
              <TargetRow
                key={branch.id}
                {...{ branch, at }}
                target={targetIn(body, branch.branchId)}
                {...(edit && { choose: (target) => put(new Map([[branch.branchId, target]])) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface TargetRowProps {
  readonly branch: PlannedBranch;
  readonly at: number;
  readonly target: Target | undefined;
  readonly choose?: (target: Target) => void;
}

function TargetRow({ branch, at, target, choose }: TargetRowProps) {
  const { t } = useTranslation('organisation-plans');
  const say = useWords();
  const { id, branchName, branchCode, surveyClass, step } = branch;
  return (
    <tr>
      <td className="number">{at + 1}</td>
      <th scope="row">
        <RunLink kind="branch-runs" id={id}>
          {branchName}
        </RunLink>
        <span className="quiet second">{branchCode}</span>
      </th>
      <td>
        {surveyClass ? say(SURVEY_CLASS_WORDS[surveyClass]) : <span className="quiet">{t('noSurveyClass')}</span>}
      </td>
      <td>{say(STEP_WORDS[step])}</td>
      <td>
        {choose ? (
          <div
            className="plan-choice"
            role="radiogroup"
            aria-label={t('targetOf', { name: branchName })}
            data-row={at}
            data-open={target === undefined}
          >
            {TARGETS.map((value) => (
              <label key={value}>
                <input type="radio" name={`target-${id}`} checked={target === value} onChange={() => choose(value)} />
                {say(TARGET_WORDS[value])}
              </label>
            ))}
          </div>
        ) : target ? (
          say(TARGET_WORDS[target])
        ) : (
          <span className="quiet">{t('noTarget')}</span>
        )}
      </td>
    </tr>
  );
}

interface PasteNoticeProps {
  readonly pasting: Pasting;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

function PasteNotice({ pasting: { targets, unread }, onUndo, onClose }: PasteNoticeProps) {
  const { t } = useTranslation('organisation-plans');
  return (
    <Alert
      type={unread.length > 0 || targets.size === 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      className="draft-conflict"
      title={targets.size === 0 ? t('pastedNothing') : t('pasted', { count: targets.size })}
      description={
        unread.length > 0 && (
          <>
            {t('unread', { count: unread.length })}
            <ul className="lines">
              {unread.slice(0, SHOWN).map((row, at) => (
                <li key={`${at}${row}`}>{row}</li>
              ))}
              {unread.length > SHOWN && <li>{t('andMore', { count: unread.length - SHOWN })}</li>}
            </ul>
          </>
        )
      }
      action={targets.size > 0 && <Button onClick={onUndo}>{t('undo')}</Button>}
      closable={{ onClose, 'aria-label': t('close') }}
    />
  );
}

/** So many rows show what was wrong with a block. */
const SHOWN = 5;

/** The row that an element of the table stands in. */
function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset.row) : undefined;
}

/** The row that a key leads to from one. */
function rowAfter(key: string, { at, last }: { readonly at: number; readonly last: number }): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'Enter':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function focusRow(table: HTMLTableElement | null, row: number): void {
  const radios = [...(table?.querySelectorAll<HTMLInputElement>(`[data-row="${row}"] input`) ?? [])];
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}
