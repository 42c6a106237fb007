import type { BranchRunFact } from '../branch-run/branch-run';
import type { CampaignFact } from '../campaign/campaign';
import type { DeadlineFactType } from '../deadline/deadline-fact';
import type { OrganisationRunFact } from '../organisation-run/organisation-run';
import type { ProblemEvent } from '../problem/problem';
import type { SpotCheckFact } from '../spot-check/spot-check';
import { type Words, words } from '../words';

/** The facts of a ballot box's own register. */
export type BallotFactType = 'ballot-codes-reissued';

/** Every fact that a timeline shows. */
export type TimelineFactType =
  | BranchRunFact['type']
  | OrganisationRunFact['type']
  | CampaignFact['type']
  | SpotCheckFact['type']
  | ProblemEvent['type']
  | DeadlineFactType
  | BallotFactType
  | 'stream-heads-recorded';

/** What each fact is called where people read it. */
export const EVENT_WORDS: Readonly<Record<TimelineFactType, Words>> = {
  'branch-run-opened': words('年度任务开始', 'the year begins'),
  'survey-opened': words('部署摸底调研', 'survey opened'),
  'survey-submitted': words('报送摸底情况', 'survey handed over'),
  'survey-returned': words('退回摸底情况', 'survey returned'),
  'survey-confirmed': words('确认摸底情况', 'survey confirmed'),
  'target-set': words('下达目标', 'target set'),
  'branch-plan-submitted': words('报送支部计划', 'plan handed over'),
  'branch-plan-returned': words('退回支部计划', 'plan returned'),
  'branch-plan-approved': words('批准支部计划', 'plan approved'),
  'assessment-submitted': words('自评申报', 'self-assessment handed over'),
  'assessment-returned': words('退回自评申报', 'self-assessment returned'),
  'ballot-opened': words('开始党员群众测评', 'ballot opened'),
  'ballot-closed': words('测评结束并计票', 'ballot closed and counted'),
  'ballot-codes-reissued': words('补发测评码', 'ballot codes given out again'),
  'assessment-signed': words('第一评估人署名', 'first assessor signed'),
  'assessment-concluded': words('对标评估有结论', 'assessment concluded'),
  'assessment-disputed': words('第二评估人有不同意见', 'second assessor differs'),
  'review-submitted': words('报送复查', 'review handed over'),
  'review-returned': words('退回复查', 'review returned'),
  'review-confirmed': words('确认复查', 'review confirmed'),
  'branch-listed': words('列入结论名单', 'on the list of conclusions'),
  'branch-decided': words('党组（党委）研究同意', 'party group agreed'),
  'branch-struck': words('党组（党委）研究时划去', 'struck by the party group'),
  'branch-filed': words('报备案', 'filed'),
  'branch-filing-returned': words('备案被退回', 'filing returned'),
  'branch-registered': words('登记备案', 'filing registered'),
  'branch-drawn': words('抽中复核', 'drawn for a recheck'),
  'branch-not-drawn': words('未抽中', 'not drawn'),
  'recheck-upheld': words('复核维持', 'recheck upheld the pass'),
  'recheck-overturned': words('复核不予维持', 'recheck overturned the pass'),
  'pass-lost': words('上一年度的达标结论已撤销，重新定计划', 'the pass of an earlier round is lost; a plan again'),
  'branch-published': words('公示', 'published'),
  'branch-recognised': words('认定', 'recognised'),
  'branch-dissolved': words('党支部撤销', 'branch dissolved'),
  'branch-run-closed': words('年度任务结束', 'the year ends'),
  'organisation-run-opened': words('年度任务开始', 'the year begins'),
  'survey-completed': words('摸底调研完成', 'surveys complete'),
  'organisation-plan-submitted': words('报送年度计划', 'plan of the year handed over'),
  'organisation-plan-returned': words('退回年度计划', 'plan of the year returned'),
  'conclusions-submitted': words('报送结论名单', 'list of conclusions handed over'),
  'decision-recorded': words('记录党组（党委）决定', 'decision of the party group recorded'),
  'filing-sent': words('送出备案', 'filing sent'),
  'filing-returned': words('退回备案', 'filing returned for form'),
  'filing-date-lost': words('备案未按期补正，原送达日期不再保留', 'sending date lost'),
  'filing-registered': words('登记备案', 'filing registered'),
  'organisation-run-closed': words('年度任务结束', 'the year ends'),
  'campaign-founded': words('专项工作建立', 'campaign founded'),
  'round-opened': words('启动年度工作', 'round opened'),
  'round-runs-started': words('年度任务全部建立', 'runs of the round started'),
  'spot-check-ordered': words('部署抽查', 'spot check ordered'),
  'publication-opened': words('开始公示', 'publication opened'),
  'recognition-recorded': words('集中认定', 'recognition recorded'),
  'round-closed': words('结束年度工作', 'round closed'),
  'draw-seed-committed': words('封存抽样种子', 'draw seed committed'),
  'draw-population-frozen': words('封存抽样名单', 'population frozen'),
  'draw-revealed': words('揭晓抽样结果', 'draw revealed'),
  'recheck-concluded': words('复核有结论', 'recheck concluded'),
  'recheck-overturn-proposed': words(
    '提出推翻达标结论，待另一人确认',
    'overturning proposed, a second person is needed',
  ),
  'recheck-overturn-returned': words('退回推翻达标结论的意见', 'proposal to overturn sent back'),
  'spot-check-concluded': words('抽查结束', 'spot check concluded'),
  'problem-entered': words('登记问题', 'problem entered'),
  'problem-planned': words('明确措施、责任人和时限', 'problem planned'),
  'problem-closed': words('问题销号', 'problem closed'),
  'problem-sent-back': words('问题退回整改', 'problem sent back'),
  'problem-raised': words('提请上级协调', 'problem raised'),
  'problem-answered': words('上级答复', 'raised problem answered'),
  'deadline-opened': words('时限开始', 'deadline opened'),
  'deadline-met': words('时限办结', 'deadline met'),
  'deadline-voided': words('时限终止', 'deadline void'),
  'deadline-moved': words('时限改期', 'deadline moved'),
  'deadline-replanned': words('按放假安排重排催办', 'planned anew by a holiday notice'),
  'stream-heads-recorded': words('台账链首存证', 'heads of the record put on record'),
  'rung-fired': words('催办', 'escalated'),
  'run-revived': words('流程恢复运行', 'run begun again'),
};

/** The words of a fact; one that this version does not know is named by its type. */
export function eventWords(type: string): Words {
  return Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as TimelineFactType] : words(type, type);
}
