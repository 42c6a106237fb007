import type { ErrorCode } from '@app/domain';

/** What a code means over HTTP: its status, and a title for people. */
export interface CodeMeaning {
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
}

/** The one table code → status; `docs/http-status.md` is generated from it. */
export const CODE_MEANINGS: Readonly<Record<ErrorCode, CodeMeaning>> = {
  'not-signed-in': meaning(401, '未登录或登录已过期', 'Not signed in, or the session has ended'),
  'login-failed': meaning(401, '登录名或口令不对', 'Wrong login or password'),
  forbidden: meaning(403, '所任岗位无此权限', 'No office you hold may do this'),
  'not-in-scope': meaning(403, '不在所任岗位的范围内', 'Outside the scope of your office'),
  'same-person': meaning(403, '须由不同的人办理', 'Another person is needed'),
  'own-branch': meaning(403, '不得评估本人所在党支部', 'Nobody assesses his own branch'),
  'verifier-is-owner': meaning(403, '核实人不得是现任或曾任的责任人', 'Nobody verifies what he answered for'),
  'invalid-input': meaning(400, '输入有误', 'A field is wrong'),
  'not-found': meaning(404, '没有找到', 'Not found'),
  'already-exists': meaning(409, '已经存在', 'Exists already'),
  'idempotency-key-missing': meaning(400, '未带请求编号，请重新打开后再办理', 'Idempotency-Key is missing'),
  'idempotency-key-reused': meaning(
    422,
    '请求编号已用于其他内容，请重新打开后再办理',
    'The key was used for another request',
  ),
  'precondition-required': meaning(428, '未带所见版本，请重新打开后再保存', 'If-Match is missing'),
  'precondition-failed': meaning(412, '已被他人修改，请重新读取', 'Changed by someone else; read it again'),
  'outcome-unknown': meaning(503, '尚未得到结果，请稍后重试', 'No answer yet; repeat with the same key'),
  'worker-away': meaning(503, '后台办理程序没有运行，请稍后重试', 'The worker is away; nothing was sent, repeat later'),
  'database-away': meaning(503, '数据库暂时没有应答，请稍后重试', 'The database does not answer; try again later'),
  'service-stopping': meaning(
    503,
    '服务正在停止，请稍后重试',
    'The service is stopping; nothing was taken, repeat later',
  ),
  'too-many-requests': meaning(429, '请求过于频繁', 'Too many requests'),
  'method-not-allowed': meaning(405, '此处不能这样办理', 'This address is not asked with that method'),
  'payload-too-large': meaning(413, '内容过大', 'The content is too large'),
  'wrong-step': meaning(409, '当前环节不能办理此项', 'Not possible at this step'),
  'run-closed': meaning(409, '本年度任务已结束', 'The run is closed'),
  'run-opening': meaning(409, '本年度任务正在建立，请稍候', 'The run is being opened'),
  'run-not-running': meaning(
    409,
    '流程没有运行，须由运维人员恢复',
    'The run does not run; an operator has to revive it',
  ),
  'run-renewing': meaning(503, '流程正在换新记录，请稍候重试', 'The run is going over into a new history; repeat'),
  'digest-mismatch': meaning(409, '文件已变更，摘要不符', 'The document changed; its digest does not fit'),
  'document-frozen': meaning(409, '文件已提交，不能再改', 'The document was handed over'),
  'document-missing': meaning(409, '没有所需的文件', 'A document is missing'),
  'survey-incomplete': meaning(409, '摸底调研未填完', 'The survey is not complete'),
  'plan-incomplete': meaning(409, '计划未填完', 'The plan is not complete'),
  'ballot-closed': meaning(409, '测评未开放', 'The ballot is not open'),
  'ballot-code-unknown': meaning(404, '测评码无效', 'No such ballot code'),
  'ballot-code-spent': meaning(409, '测评码已使用', 'The ballot code is spent'),
  'ballot-code-replaced': meaning(409, '测评码已作废并换发新码', 'The ballot code was replaced by a new one'),
  'ballot-numbers-impossible': meaning(409, '计票数字不成立', 'The ballot numbers are impossible'),
  'assessment-over': meaning(
    409,
    '本年度评估期限已过，不能再次申报',
    'The assessment date has passed: who failed applies next year',
  ),
  'gate-failed': meaning(409, '未满足评估条件', 'A gate refuses'),
  'score-invalid': meaning(409, '评估表填写有误', 'The score sheet is not valid'),
  'sheet-unopened': meaning(409, '须先打开这一版评估表', 'Open this version of the sheet first'),
  'sheet-unconfirmed': meaning(409, '尚有指标未经确认', 'Indicators are not confirmed yet'),
  'conclusions-missing': meaning(409, '尚缺评估结论', 'Conclusions are missing'),
  'list-mismatch': meaning(409, '清单已变更', 'The list changed'),
  'happened-in-future': meaning(400, '发生日期在将来', 'The stated date lies in the future'),
  'happened-too-early': meaning(400, '早于所依据的事项', 'Before the fact that it rests on'),
  'round-not-open': meaning(409, '年度未开始', 'The round is not open'),
  'round-already-open': meaning(409, '年度已经开始', 'The round is open already'),
  'round-steps-pending': meaning(409, '尚有未了结的环节', 'Steps are pending'),
  'no-branches': meaning(409, '没有可列入名单的党支部', 'No branch for the list'),
  'not-rehearsal': meaning(409, '只限演练', 'Only in a rehearsal'),
  'clock-not-held': meaning(409, '方案时钟未停', 'The clock is not held'),
  'verification-running': meaning(409, '正在核验', 'A verification is under way'),
  'calendar-unknown': meaning(409, '该年度工作日历未载入', 'The calendar of that year is not loaded'),
  'programme-invalid': meaning(400, '方案有误', 'The programme is not valid'),
  'transition-not-allowed': meaning(409, '当前状态不能办理此项', 'Not possible in this state'),
  internal: meaning(500, '系统内部错误', 'A fault of ours'),
};

/** The HTTP status of a code; an unknown one is a bug of ours. */
export function statusOf(code: ErrorCode): number {
  return (CODE_MEANINGS[code] ?? CODE_MEANINGS.internal).status;
}

function meaning(status: number, title: string, titleEn: string): CodeMeaning {
  return { status, title, titleEn };
}
