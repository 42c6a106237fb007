import { COMMAND_WORDS, type Words, words } from '@app/domain';
import type { Route } from './routes';

/** What an operation is for, in both languages; a command is called as everywhere, a read by its path. */
export function summaryOf({ method, path, permission }: Pick<Route, 'method' | 'path' | 'permission'>): Words | null {
  const own = SUMMARIES[`${method} ${path}`];
  if (own) return own;
  const command = permission === null ? undefined : COMMAND_WORDS[permission];
  if (!command) return null;
  return BATCHES.has(path) ? words(`${command.zh}（成批）`, `${command.en}, in a batch`) : command;
}

/** Routes that take many items of what another route takes one of. */
const BATCHES: ReadonlySet<string> = new Set([
  '/branch-plans/approve',
  '/decisions/record',
  '/filings/register',
  '/filings/send',
  '/surveys/open',
]);

/** The reads, and what is no command of the permission table, by method and path. */
export const SUMMARIES: Readonly<Record<string, Words>> = {
  'get /accounts': words('账号清单', 'accounts and who is signed in'),
  'get /areas': words('党建片清单', 'areas'),
  'get /assessments/{id}': words('评估表', 'a score sheet'),
  'get /assessments/{id}/versions': words('评估表的历次保存', 'earlier savings of a score sheet'),
  'get /ballot-boxes/{id}': words('一次测评', 'a ballot'),
  'post /ballot-boxes/{id}/ballots': words('投票', 'cast a ballot'),
  'post /ballot-boxes/by-code': words('凭测评码取测评表', 'the ballot paper of a code'),
  'get /branch-plans/{id}': words('支部计划', 'a branch plan'),
  'get /branch-runs': words('党支部年度任务清单', 'branch runs'),
  'get /branch-runs/{id}': words('党支部的一年', 'a branch run'),
  'get /branch-runs/{id}/deadlines': words('党支部的时限', 'deadlines of a branch run'),
  'get /branch-runs/{id}/documents': words('党支部的文件', 'documents of a branch run'),
  'get /branch-runs/{id}/explain': words(
    '为何停在这里、由谁办、何时办',
    'why a branch stands here, who must act, by when',
  ),
  'get /branch-runs/{id}/problems': words('党支部的问题清单', 'problems of a branch'),
  'get /branch-runs/{id}/readiness': words('关口是否具备', 'the gates as they stand'),
  'get /branch-runs/{id}/timeline': words('党支部的台账', 'the record of a branch run'),
  'get /branches': words('党支部名册', 'branches'),
  'get /calendar-feeds/{secret}.ics': words(
    '本人时限的日历（凭地址）',
    'the calendar of one’s own dates, by its address',
  ),
  'get /calendar/{year}': words('工作日历', 'the workday calendar of a year'),
  'get /campaigns': words('专项工作清单', 'campaigns'),
  'get /campaigns/{id}': words('专项工作', 'a campaign'),
  'get /campaigns/{id}/overview': words('总览', 'the overview of a round'),
  'get /campaigns/{id}/changes': words('变动（实时告知）', 'what changes, told while it happens'),
  'get /conclusions': words('结论名单（已报送）', 'the list of conclusions as it was handed over last'),
  'get /conclusions/next': words('结论名单（待报送）', 'the list of conclusions as it would be handed over'),
  'get /deadlines': words('时限清单', 'deadlines'),
  'get /decisions': words('党组（党委）决定清单', 'decisions of party groups'),
  'get /documents/{id}': words('报送后留存的名单', 'a generated list as it was kept'),
  'get /filings': words('备案清单', 'filings'),
  'get /filings/next': words('备案名单（待送出）', 'the filing as it would be sent'),
  'get /grants': words('任职清单', 'offices and who holds them'),
  'get /health/live': words('进程是否存活', 'whether the process lives'),
  'get /health/ready': words('系统是否就绪', 'whether the system is ready'),
  'get /late-entries': words('补录清单', 'late entries'),
  'get /me': words('本人及所任岗位', 'who I am and which offices I hold'),
  'get /me/calendar-feed': words('我的日历订阅', 'my calendar feed'),
  'get /me/notices': words('我的通知', 'my notices'),
  'get /me/tasks': words('我的待办', 'my tasks'),
  'get /metrics': words('运行指标', 'metrics'),
  'post /notices/read': words('把本人通知全部标为已阅', 'mark all my notices as read'),
  'get /organisation-plans/{id}': words('年度计划', 'a plan of the year'),
  'get /organisation-plans/{id}/versions': words('年度计划的历次保存', 'earlier savings of a plan of the year'),
  'get /organisation-runs': words('党组织年度任务清单', 'organisation runs'),
  'get /organisation-runs/{id}': words('机关党组织的一年', 'an organisation run'),
  'get /organisation-runs/{id}/deadlines': words('党组织的时限', 'deadlines of an organisation run'),
  'get /organisation-runs/{id}/documents': words('党组织的文件', 'documents of an organisation run'),
  'get /organisation-runs/{id}/timeline': words('党组织的台账', 'the record of an organisation run'),
  'get /organisations': words('机关党组织名册', 'organisations'),
  'get /people': words('人员名册', 'people'),
  'get /problems': words('问题清单', 'problems'),
  'get /programmes/{version}': words('方案全文', 'a programme version'),
  'get /publications': words('公示清单', 'publications'),
  'get /publications/{id}': words('一份公示名单', 'a published list'),
  'get /publications/next': words('公示名单（待公示）', 'the list as it would be published'),
  'get /rechecks': words('复核清单', 'rechecks'),
  'get /rechecks/{id}': words('一项复核', 'a recheck'),
  'get /recognitions': words('集中认定清单', 'recognitions'),
  'get /refusals': words('被拒绝的办理', 'refusals'),
  'get /remarks/{id}': words('退回意见', 'remarks'),
  'get /reviews/{id}': words('复查表', 'a review'),
  'get /reviews/{id}/versions': words('复查表的历次保存', 'earlier savings of a review'),
  'get /rounds': words('年度清单', 'rounds'),
  'get /rounds/{id}/dispositions': words('年度结论名单（待结束）', 'the dispositions as they would be closed'),
  'post /sessions': words('登录', 'log in'),
  'get /sessions/current': words('当前登录', 'the session'),
  'get /slips': words('督办单清单', 'slips'),
  'get /spot-checks': words('抽查清单', 'spot checks'),
  'get /spot-checks/{id}': words('一次抽查', 'a spot check'),
  'get /spot-checks/{id}/draw': words('一次抽查的抽样', 'the draw of a spot check'),
  'get /streams': words('台账目录', 'the streams of the record'),
  'get /streams/{stream}': words('一条台账', 'a stream of the record'),
  'get /streams/{stream}/timeline': words('一条台账的全部事项', 'the events of a stream'),
  'get /surveys/{id}': words('摸底情况', 'a survey'),
  'get /surveys/{id}/versions': words('摸底情况的历次保存', 'earlier savings of a survey'),
  'get /system': words('系统运行情况', 'how the parts of the service do'),
  'get /verifications': words('历次核验', 'verifications'),
  'get /verifications/{id}': words('一次核验及其结果', 'a verification and what it found'),
  'get /views': words('视图清单', 'views of lists'),
  'get /views/{id}': words('一个视图', 'a view of a list'),
};
