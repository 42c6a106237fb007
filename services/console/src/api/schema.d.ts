export interface paths {
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 账号清单 / accounts and who is signed in
     * @description readAccounts：security-administrator、audit-administrator
     */
    get: operations['list_get__accounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党建片清单 / areas
     * @description readOrganisations：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__areas'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 评估表 / a score sheet
     * @description readAssessment：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__assessments_id'];
    /**
     * 填写评估表 / save a score sheet
     * @description saveAssessment：branch-secretary、branch-committee-member、assessor、area-liaison、committee-officer
     */
    put: operations['save_put__assessments_id'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/countersign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 第二评估人署名 / countersign an assessment
     * @description countersignAssessment：assessor
     */
    post: operations['countersign_post__assessments_id_countersign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 过目评估表 / open a score sheet
     * @description openAssessment：branch-secretary、branch-committee-member、assessor、area-liaison、committee-officer
     */
    post: operations['open_post__assessments_id_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回自评申报 / return a self-assessment
     * @description returnAssessment：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['return_post__assessments_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/sign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 第一评估人署名 / sign an assessment
     * @description signAssessment：assessor
     */
    post: operations['sign_post__assessments_id_sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 自评申报 / hand over a self-assessment
     * @description submitAssessment：branch-secretary
     */
    post: operations['submit_post__assessments_id_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 评估表的历次保存 / earlier savings of a score sheet
     * @description readAssessment：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['versions_get__assessments_id_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 开始党员群众测评 / open a ballot
     * @description openBallot：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['open_post__ballot_boxes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/by-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 凭测评码取测评表 / the ballot paper of a code */
    post: operations['paper_post__ballot_boxes_by_code'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一次测评 / a ballot
     * @description readBallotBox：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__ballot_boxes_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/{id}/ballots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 投票 / cast a ballot */
    post: operations['cast_post__ballot_boxes_id_ballots'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 结束测评并计票 / close a ballot
     * @description closeBallot：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['close_post__ballot_boxes_id_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/{id}/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 录入计票结果 / enter a count
     * @description enterBallotCount：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['count_post__ballot_boxes_id_counts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ballot-boxes/{id}/reissue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 补发测评码 / reissue ballot codes
     * @description reissueBallotCodes：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['reissue_post__ballot_boxes_id_reissue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-plans/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 批准支部计划（成批） / approve a plan, in a batch
     * @description approveBranchPlan：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['approveAll_post__branch_plans_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 支部计划 / a branch plan
     * @description readBranchPlan：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__branch_plans_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-plans/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 批准支部计划 / approve a plan
     * @description approveBranchPlan：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['approve_post__branch_plans_id_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-plans/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回支部计划 / return a plan
     * @description returnBranchPlan：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['return_post__branch_plans_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-plans/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 报送支部计划 / hand over a plan
     * @description submitBranchPlan：branch-secretary
     */
    post: operations['submit_post__branch_plans_id_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部年度任务清单 / branch runs
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__branch_runs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部的一年 / a branch run
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__branch_runs_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部的时限 / deadlines of a branch run
     * @description readDeadlines：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['deadlines_get__branch_runs_id_deadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部的文件 / documents of a branch run
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['documents_get__branch_runs_id_documents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 为何停在这里、由谁办、何时办 / why a branch stands here, who must act, by when
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['explain_get__branch_runs_id_explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部的问题清单 / problems of a branch
     * @description readProblems：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['problems_get__branch_runs_id_problems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 关口是否具备 / the gates as they stand
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['readiness_get__branch_runs_id_readiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branch-runs/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部的台账 / the record of a branch run
     * @description readBranchRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['timeline_get__branch_runs_id_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党支部名册 / branches
     * @description readBranches：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__branches'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/branches/{id}/dissolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 撤销党支部 / dissolve a branch
     * @description dissolveBranch：committee-officer
     */
    post: operations['dissolve_post__branches_id_dissolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar-feeds/{secret}.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本人时限的日历（凭地址） / the calendar of one’s own dates, by its address */
    get: operations['read_get__calendar_feeds_secret_ics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 工作日历 / the workday calendar of a year
     * @description readCalendar：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__calendar_year'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 专项工作清单 / campaigns
     * @description readCampaigns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['list_get__campaigns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 专项工作 / a campaign
     * @description readCampaigns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['read_get__campaigns_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 变动（实时告知） / what changes, told while it happens
     * @description readOverview：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['listen_get__campaigns_id_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 停住方案时钟 / hold the clock
     * @description holdCampaign：committee-officer、system-administrator
     */
    post: operations['hold_post__campaigns_id_hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 总览 / the overview of a round
     * @description readOverview：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['overview_get__campaigns_id_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 放开方案时钟 / release the clock
     * @description releaseCampaign：committee-officer、system-administrator
     */
    post: operations['release_post__campaigns_id_release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conclusions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 结论名单（已报送） / the list of conclusions as it was handed over last
     * @description readConclusions：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['laid_get__conclusions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conclusions/next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 结论名单（待报送） / the list of conclusions as it would be handed over
     * @description readConclusions：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['next_get__conclusions_next'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conclusions/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 报送结论名单 / hand over conclusions
     * @description submitConclusions：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['submit_post__conclusions_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 时限清单 / deadlines
     * @description readDeadlines：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__deadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党组（党委）决定清单 / decisions of party groups
     * @description readDecisions：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['list_get__decisions'];
    put?: never;
    /**
     * 记录党组（党委）决定 / record a decision
     * @description recordDecision：party-group-recorder
     */
    post: operations['record_post__decisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/decisions/record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 记录党组（党委）决定（成批） / record a decision, in a batch
     * @description recordDecision：party-group-recorder
     */
    post: operations['recordAll_post__decisions_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 送达台账 / mails sent, waiting and not delivered
     * @description readDeliveries：system-administrator、committee-officer
     */
    get: operations['list_get__deliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 报送后留存的名单 / a generated list as it was kept
     * @description readConclusions：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['read_get__documents_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 备案清单 / filings
     * @description readFilings：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['list_get__filings'];
    put?: never;
    /**
     * 送出备案 / send a filing
     * @description sendFiling：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['send_post__filings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings/next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 备案名单（待送出） / the filing as it would be sent
     * @description readFilings：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['next_get__filings_next'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 登记备案（成批） / register a filing, in a batch
     * @description registerFiling：committee-officer
     */
    post: operations['registerAll_post__filings_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 送出备案（成批） / send a filing, in a batch
     * @description sendFiling：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['sendAll_post__filings_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings/{id}/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 登记备案 / register a filing
     * @description registerFiling：committee-officer
     */
    post: operations['register_post__filings_id_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/filings/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回备案 / return a filing
     * @description returnFiling：committee-officer
     */
    post: operations['return_post__filings_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 任职清单 / offices and who holds them
     * @description readGrants：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、security-administrator、audit-administrator
     */
    get: operations['list_get__grants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 进程是否存活 / whether the process lives */
    get: operations['live_get__health_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 系统是否就绪 / whether the system is ready */
    get: operations['ready_get__health_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/late-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 补录清单 / late entries
     * @description readLateEntries：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['list_get__late_entries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 本人及所任岗位 / who I am and which offices I hold
     * @description readMe：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['read_get__me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/calendar-feed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 我的日历订阅 / my calendar feed
     * @description readCalendarFeed：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['calendarFeed_get__me_calendar_feed'];
    put?: never;
    /**
     * 取得日历订阅地址 / get a calendar feed
     * @description issueCalendarFeed：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    post: operations['issueCalendarFeed_post__me_calendar_feed'];
    /**
     * 停用日历订阅地址 / revoke a calendar feed
     * @description revokeCalendarFeed：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    delete: operations['revokeCalendarFeed_delete__me_calendar_feed'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/mail-address': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 我的邮件提醒 / my mail address
     * @description readMailAddress：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['mailAddress_get__me_mail_address'];
    /**
     * 设置邮件提醒 / set a mail address
     * @description setMailAddress：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    put: operations['setMailAddress_put__me_mail_address'];
    post?: never;
    /**
     * 停用邮件提醒 / forget a mail address
     * @description forgetMailAddress：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    delete: operations['forgetMailAddress_delete__me_mail_address'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 我的通知 / my notices
     * @description readNotices：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['notices_get__me_notices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 我的待办 / my tasks
     * @description readTasks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['tasks_get__me_tasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 运行指标 / metrics */
    get: operations['read_get__metrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notices/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 把本人通知全部标为已阅 / mark all my notices as read
     * @description markNoticeRead：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    post: operations['readAll_post__notices_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notices/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 通知标为已读 / mark a notice as read
     * @description markNoticeRead：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    post: operations['read_post__notices_id_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 年度计划 / a plan of the year
     * @description readOrganisationPlan：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['read_get__organisation_plans_id'];
    /**
     * 填写年度计划 / save a plan of the year
     * @description saveOrganisationPlan：organisation-officer、organisation-secretary、committee-officer
     */
    put: operations['save_put__organisation_plans_id'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-plans/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回年度计划 / return a plan of the year
     * @description returnOrganisationPlan：committee-officer
     */
    post: operations['return_post__organisation_plans_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-plans/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 报送年度计划 / hand over a plan of the year
     * @description submitOrganisationPlan：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['submit_post__organisation_plans_id_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-plans/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 年度计划的历次保存 / earlier savings of a plan of the year
     * @description readOrganisationPlan：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['versions_get__organisation_plans_id_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党组织年度任务清单 / organisation runs
     * @description readOrganisationRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['list_get__organisation_runs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 机关党组织的一年 / an organisation run
     * @description readOrganisationRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['read_get__organisation_runs_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-runs/{id}/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党组织的时限 / deadlines of an organisation run
     * @description readDeadlines：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['deadlines_get__organisation_runs_id_deadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-runs/{id}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党组织的文件 / documents of an organisation run
     * @description readOrganisationRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['documents_get__organisation_runs_id_documents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation-runs/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 党组织的台账 / the record of an organisation run
     * @description readOrganisationRuns：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、inspector
     */
    get: operations['timeline_get__organisation_runs_id_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 机关党组织名册 / organisations
     * @description readOrganisations：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__organisations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 人员名册 / people
     * @description readPeople：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__people'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 问题清单 / problems
     * @description readProblems：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__problems'];
    put?: never;
    /**
     * 登记问题 / enter a problem
     * @description enterProblem：branch-secretary、branch-committee-member、organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['enter_post__problems'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 导入问题 / import problems
     * @description importProblems：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['import_post__problems_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 答复所提问题 / answer a raised problem
     * @description answerProblem：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['answer_post__problems_id_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 问题销号 / close a problem
     * @description closeProblem：branch-secretary、organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['close_post__problems_id_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/{id}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 明确措施、责任人和时限 / plan a problem
     * @description planProblem：branch-secretary、branch-committee-member、organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['plan_post__problems_id_plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/{id}/raise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 提请上级协调 / raise a problem
     * @description raiseProblem：branch-secretary
     */
    post: operations['raise_post__problems_id_raise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/problems/{id}/send-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 问题退回整改 / send a problem back
     * @description sendBackProblem：branch-secretary、organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['sendBack_post__problems_id_send_back'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/programmes/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 方案全文 / a programme version
     * @description readProgramme：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__programmes_version'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 公示清单 / publications
     * @description readPublications：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__publications'];
    put?: never;
    /**
     * 开始公示 / open a publication
     * @description openPublication：committee-officer
     */
    post: operations['open_post__publications'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications/next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 公示名单（待公示） / the list as it would be published
     * @description readPublications：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['next_get__publications_next'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一份公示名单 / a published list
     * @description readPublications：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__publications_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rechecks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 复核清单 / rechecks
     * @description readRechecks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__rechecks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rechecks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一项复核 / a recheck
     * @description readRechecks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__rechecks_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rechecks/{id}/conclude': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 作出复核结论 / conclude a recheck
     * @description concludeRecheck：assessor、area-liaison、committee-officer
     */
    post: operations['conclude_post__rechecks_id_conclude'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rechecks/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 确认不予维持 / confirm that a pass is overturned
     * @description confirmRecheck：committee-officer
     */
    post: operations['confirm_post__rechecks_id_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rechecks/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回不予维持的意见 / send back a proposal to overturn
     * @description returnRecheck：assessor、area-liaison、committee-officer
     */
    post: operations['return_post__rechecks_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/recognitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 集中认定清单 / recognitions
     * @description readRecognitions：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__recognitions'];
    put?: never;
    /**
     * 记录集中认定 / record a recognition
     * @description recordRecognition：committee-officer
     */
    post: operations['record_post__recognitions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 被拒绝的办理 / refusals
     * @description readRefusals：committee-officer、inspector、audit-administrator
     */
    get: operations['list_get__refusals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/remarks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 退回意见 / remarks
     * @description readRemarks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__remarks_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 复查表 / a review
     * @description readReview：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__reviews_id'];
    /**
     * 填写复查表 / save a review
     * @description saveReview：branch-secretary、branch-committee-member
     */
    put: operations['save_put__reviews_id'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 确认复查 / confirm a review
     * @description confirmReview：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['confirm_post__reviews_id_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 过目复查表 / open a review
     * @description openReview：branch-secretary、branch-committee-member、organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['open_post__reviews_id_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回复查 / return a review
     * @description returnReview：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['return_post__reviews_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 报送复查 / hand over a review
     * @description submitReview：branch-secretary
     */
    post: operations['submit_post__reviews_id_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 复查表的历次保存 / earlier savings of a review
     * @description readReview：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['versions_get__reviews_id_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rounds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 年度清单 / rounds
     * @description readRounds：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__rounds'];
    put?: never;
    /**
     * 启动年度工作 / open a round
     * @description openRound：committee-officer
     */
    post: operations['open_post__rounds'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rounds/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 结束年度工作 / close a round
     * @description closeRound：committee-officer
     */
    post: operations['close_post__rounds_id_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rounds/{id}/dispositions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 年度结论名单（待结束） / the dispositions as they would be closed
     * @description readRounds：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['dispositions_get__rounds_id_dispositions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 登录 / log in */
    post: operations['open_post__sessions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 当前登录 / the session */
    get: operations['read_get__sessions_current'];
    put?: never;
    post?: never;
    /**
     * 退出登录 / end a session
     * @description endSession：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    delete: operations['close_delete__sessions_current'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 督办单清单 / slips
     * @description readSlips：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__slips'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一张督办单 / a slip
     * @description readSlips：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__slips_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 反馈督办单 / answer a slip
     * @description answerSlip：branch-secretary、organisation-officer、organisation-secretary
     */
    post: operations['answer_post__slips_id_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 督办单办结 / close a slip
     * @description closeSlip：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['close_post__slips_id_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 作废督办单 / drop a draft slip
     * @description discardSlip：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['discard_post__slips_id_discard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 签发督办单 / issue a slip
     * @description issueSlip：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['issue_post__slips_id_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/receive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 签收督办单 / sign for a slip
     * @description receiveSlip：branch-secretary、organisation-officer、organisation-secretary
     */
    post: operations['receive_post__slips_id_receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/slips/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 撤回督办单 / take a slip back
     * @description withdrawSlip：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['withdraw_post__slips_id_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spot-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 抽查清单 / spot checks
     * @description readSpotChecks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['list_get__spot_checks'];
    put?: never;
    /**
     * 部署抽查 / order a spot check
     * @description orderSpotCheck：committee-officer
     */
    post: operations['order_post__spot_checks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spot-checks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一次抽查 / a spot check
     * @description readSpotChecks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__spot_checks_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spot-checks/{id}/draw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一次抽查的抽样 / the draw of a spot check
     * @description readSpotChecks：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['draw_get__spot_checks_id_draw'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spot-checks/{id}/freeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 封存抽样名单 / freeze a population
     * @description freezeSpotCheck：committee-officer
     */
    post: operations['freeze_post__spot_checks_id_freeze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spot-checks/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 揭晓抽样结果 / reveal a draw
     * @description revealSpotCheck：committee-officer
     */
    post: operations['reveal_post__spot_checks_id_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/streams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 台账目录 / the streams of the record
     * @description readStreams：inspector、committee-officer、committee-leader
     */
    get: operations['list_get__streams'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/streams/{stream}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一条台账 / a stream of the record
     * @description readStreams：inspector、committee-officer、committee-leader
     */
    get: operations['read_get__streams_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/streams/{stream}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一条台账的全部事项 / the events of a stream
     * @description readStreams：inspector、committee-officer、committee-leader
     */
    get: operations['timeline_get__streams_stream_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 部署摸底调研 / open a survey
     * @description openSurvey：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['open_post__surveys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 部署摸底调研（成批） / open a survey, in a batch
     * @description openSurvey：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['openAll_post__surveys_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 摸底情况 / a survey
     * @description readSurvey：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['read_get__surveys_id'];
    /**
     * 填写摸底情况 / save a survey
     * @description saveSurvey：branch-secretary、branch-committee-member
     */
    put: operations['save_put__surveys_id'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 确认摸底情况 / confirm a survey
     * @description confirmSurvey：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['confirm_post__surveys_id_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 退回摸底情况 / return a survey
     * @description returnSurvey：organisation-officer、organisation-secretary、committee-officer
     */
    post: operations['return_post__surveys_id_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 报送摸底情况 / hand over a survey
     * @description submitSurvey：branch-secretary
     */
    post: operations['submit_post__surveys_id_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/surveys/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 摸底情况的历次保存 / earlier savings of a survey
     * @description readSurvey：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector
     */
    get: operations['versions_get__surveys_id_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/system': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 系统运行情况 / how the parts of the service do
     * @description readSystem：system-administrator、audit-administrator
     */
    get: operations['read_get__system'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 历次核验 / verifications
     * @description readVerifications：inspector、committee-officer、audit-administrator、system-administrator
     */
    get: operations['list_get__verifications'];
    put?: never;
    /**
     * 核验台账 / verify the record
     * @description beginVerification：inspector、committee-officer、audit-administrator、system-administrator
     */
    post: operations['begin_post__verifications'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一次核验及其结果 / a verification and what it found
     * @description readVerifications：inspector、committee-officer、audit-administrator、system-administrator
     */
    get: operations['read_get__verifications_id'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 取消核验 / cancel a verification
     * @description cancelVerification：inspector、committee-officer、audit-administrator、system-administrator
     */
    post: operations['cancel_post__verifications_id_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 视图清单 / views of lists
     * @description readViews：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['list_get__views'];
    put?: never;
    /**
     * 保存视图 / save a view
     * @description saveView：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    post: operations['save_post__views'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 一个视图 / a view of a list
     * @description readViews：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    get: operations['read_get__views_id'];
    /**
     * 修改视图 / change a view
     * @description changeView：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    put: operations['change_put__views_id'];
    post?: never;
    /**
     * 删除视图 / delete a view
     * @description deleteView：committee-officer、committee-leader、area-liaison、organisation-secretary、organisation-officer、party-group-recorder、assessor、branch-secretary、branch-committee-member、inspector、system-administrator、security-administrator、audit-administrator
     */
    delete: operations['delete_delete__views_id'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccountLine: {
      id: string;
      login: string;
      personId: string | null;
      sample: boolean;
      openSessions: number;
      lastSeenAt: string | null;
    };
    AccountPage: {
      items: components['schemas']['AccountLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    AnswerProblem: {
      answer: string;
    };
    AnswerSlip: {
      answer: string;
    };
    ApproveBranchPlans: {
      items: {
        id: string;
        /**
         * Format: date
         * @description YYYY-MM-DD
         */
        happenedOn?: string;
        lateEntry?: components['schemas']['LateEntry'];
      }[];
    };
    AreaLine: {
      id: string;
      code: string;
      name: string;
      validFrom: string;
      validTo: string | null;
    };
    AreaPage: {
      items: components['schemas']['AreaLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Assessment: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['SheetBody'];
    };
    AssessmentVersion: {
      version: number;
      digest: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      body: components['schemas']['SheetBody'];
    };
    AssessmentVersions: {
      items: components['schemas']['AssessmentVersion'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Awaited: {
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      dueDate: string | null;
      workdaysLeft: number | null;
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
    };
    /** @description returned: ballots cast on line so far, null below the smallest group and on paper; firstCounterId, secondCounterId: who entered a count of a paper ballot */
    BallotBox: {
      id: string;
      branchRunId: string;
      /** @enum {string} */
      mode: 'online' | 'paper';
      members: number;
      masses: number;
      openedAt: string;
      closedAt: string | null;
      sheets: number;
      returned: number | null;
      firstCounterId: string | null;
      secondCounterId: string | null;
      names: components['schemas']['Names'];
      questions: string[];
      questionsEn: string[];
      scale: {
        code: string;
        name: string;
        nameEn: string;
      }[];
      tally: {
        [key: string]: unknown;
      } | null;
    };
    BallotCode: {
      code: string;
    };
    BallotCount: {
      cast: {
        members: number;
        masses: number;
      };
      perQuestion: {
        [key: string]: number;
      }[];
    };
    BallotCounter: {
      /** @enum {string} */
      counter: 'first' | 'second';
    };
    /** @description what the holder of a code is asked, and about which branch; nothing of him */
    BallotPaper: {
      ballotBoxId: string;
      branchName: string;
      year: number;
      questions: string[];
      questionsEn: string[];
      scale: {
        code: string;
        name: string;
        nameEn: string;
      }[];
    };
    BatchAnswer: {
      items: {
        id: string;
        answer?: components['schemas']['RunAnswer'];
        problem?: components['schemas']['Problem'];
      }[];
    };
    BeginVerification: {
      campaignId?: string;
    };
    BranchExplanation: {
      campaign: string;
      branch: {
        code: string;
        name: string;
        organisation: string;
      };
      year: number;
      workflowId: string;
      /** @enum {string} */
      phase: 'survey' | 'plan' | 'building' | 'assessment' | 'spot-check' | 'closed';
      /** @enum {string} */
      step:
        | 'opening'
        | 'survey-opening'
        | 'survey-writing'
        | 'survey-confirming'
        | 'target-waiting'
        | 'plan-writing'
        | 'plan-approving'
        | 'building'
        | 'maintaining'
        | 'ballot-opening'
        | 'balloting'
        | 'assessing'
        | 'countersigning'
        | 'rectifying'
        | 'review-writing'
        | 'review-confirming'
        | 'reviewed'
        | 'listing'
        | 'deciding'
        | 'filing'
        | 'registering'
        | 'draw-waiting'
        | 'rechecking'
        | 'publication-waiting'
        | 'published'
        | 'recognised'
        | 'closed';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      because: {
        type: string;
        title: string;
        titleEn: string;
        /**
         * Format: date-time
         * @description UTC, with milliseconds
         */
        recordedAt: string;
      } | null;
      waitingOn: {
        /** @enum {string} */
        role:
          | 'committee-officer'
          | 'committee-leader'
          | 'area-liaison'
          | 'organisation-secretary'
          | 'organisation-officer'
          | 'party-group-recorder'
          | 'assessor'
          | 'branch-secretary'
          | 'branch-committee-member'
          | 'inspector'
          | 'system-administrator'
          | 'security-administrator'
          | 'audit-administrator';
        body: string;
        persons: string[];
        isBarred: boolean;
      } | null;
      overturnProposedAt: string | null;
      nextNeededOn: string | null;
      awaited: components['schemas']['Awaited'] | null;
      appliesUntil: string | null;
      gaps: {
        indicator: string;
        name: string;
      }[];
      next: {
        deadlineId: string;
        kind: string;
        rung: string;
        /**
         * Format: date-time
         * @description UTC, with milliseconds
         */
        at: string;
      } | null;
      deadlines: {
        kind: string;
        dueDate: string | null;
        /** @enum {string} */
        light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
        waitingForNotice: string[];
      }[];
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      now: string;
    };
    BranchLine: {
      id: string;
      code: string;
      name: string;
      organisationId: string;
      foundedOn: string;
      members: number;
      masses: number;
      validFrom: string;
      validTo: string | null;
    };
    BranchPage: {
      items: components['schemas']['BranchLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    BranchPlan: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['BranchPlanBody'];
    };
    BranchPlanBody: {
      problems: {
        id: string;
        version: number;
        dimension: string;
        measure: string | null;
        ownerId: string | null;
        dueDate: string | null;
        state: string;
      }[];
    };
    BranchReadiness: {
      gates: {
        gate: string;
        /** @enum {string} */
        mark: 'D' | 'P';
        clause: string | null;
        refuses: boolean;
        satisfied: boolean;
        numbers: {
          [key: string]: number;
        };
        message: string;
        messageEn: string;
      }[];
      missing: string[];
      warnings: string[];
    };
    BranchRun: {
      id: string;
      workflowId: string;
      version: number;
      year: number;
      organisationId: string;
      organisationCode: string;
      organisationName: string;
      areaId: string;
      /** @enum {string} */
      step:
        | 'opening'
        | 'survey-opening'
        | 'survey-writing'
        | 'survey-confirming'
        | 'target-waiting'
        | 'plan-writing'
        | 'plan-approving'
        | 'building'
        | 'maintaining'
        | 'ballot-opening'
        | 'balloting'
        | 'assessing'
        | 'countersigning'
        | 'rectifying'
        | 'review-writing'
        | 'review-confirming'
        | 'reviewed'
        | 'listing'
        | 'deciding'
        | 'filing'
        | 'registering'
        | 'draw-waiting'
        | 'rechecking'
        | 'publication-waiting'
        | 'published'
        | 'recognised'
        | 'closed';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      waitingOn: components['schemas']['OfficeRef'] | null;
      awaited: components['schemas']['Awaited'] | null;
      branchId: string;
      branchCode: string;
      branchName: string;
      /** @enum {string} */
      mode: 'attain' | 'maintain' | 'review';
      /** @enum {string} */
      phase: 'survey' | 'plan' | 'building' | 'assessment' | 'spot-check' | 'closed';
      target: ('this-year' | 'next-year') | null;
      early: boolean;
      surveyClass: ('advanced' | 'middle' | 'behind') | null;
      attempt: number;
      selfScore: components['schemas']['Score'] | null;
      superiorScore: components['schemas']['Score'] | null;
      carriedPass: components['schemas']['CarriedPass'] | null;
      result: ('passed' | 'failed' | 'overturned') | null;
      review: ('upheld' | 'questioned') | null;
      recheck: ('not-drawn' | 'upheld' | 'overturned') | null;
      recognisedAt: string | null;
      disposition: ('recognised' | 'passed-awaiting' | 'carried-failed' | 'carried-unplanned' | 'excluded') | null;
      problems: number;
      ballotBoxId: string | null;
      isBalloted: boolean;
      recheckId: string | null;
      documents: components['schemas']['DocumentLine'][];
      assessors: string[];
      warnings: string[];
      concludedAt: string | null;
      registeredAt: string | null;
      struck: boolean;
      names: components['schemas']['Names'];
      allowedActions: string[];
      lateEntryActions: string[];
    };
    BranchRunLine: {
      id: string;
      workflowId: string;
      version: number;
      year: number;
      organisationId: string;
      organisationCode: string;
      organisationName: string;
      areaId: string;
      /** @enum {string} */
      step:
        | 'opening'
        | 'survey-opening'
        | 'survey-writing'
        | 'survey-confirming'
        | 'target-waiting'
        | 'plan-writing'
        | 'plan-approving'
        | 'building'
        | 'maintaining'
        | 'ballot-opening'
        | 'balloting'
        | 'assessing'
        | 'countersigning'
        | 'rectifying'
        | 'review-writing'
        | 'review-confirming'
        | 'reviewed'
        | 'listing'
        | 'deciding'
        | 'filing'
        | 'registering'
        | 'draw-waiting'
        | 'rechecking'
        | 'publication-waiting'
        | 'published'
        | 'recognised'
        | 'closed';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      waitingOn: components['schemas']['OfficeRef'] | null;
      awaited: components['schemas']['Awaited'] | null;
      branchId: string;
      branchCode: string;
      branchName: string;
      /** @enum {string} */
      mode: 'attain' | 'maintain' | 'review';
      /** @enum {string} */
      phase: 'survey' | 'plan' | 'building' | 'assessment' | 'spot-check' | 'closed';
      target: ('this-year' | 'next-year') | null;
      early: boolean;
      surveyClass: ('advanced' | 'middle' | 'behind') | null;
      attempt: number;
      selfScore: components['schemas']['Score'] | null;
      superiorScore: components['schemas']['Score'] | null;
      carriedPass: components['schemas']['CarriedPass'] | null;
      result: ('passed' | 'failed' | 'overturned') | null;
      review: ('upheld' | 'questioned') | null;
      recheck: ('not-drawn' | 'upheld' | 'overturned') | null;
      recognisedAt: string | null;
      disposition: ('recognised' | 'passed-awaiting' | 'carried-failed' | 'carried-unplanned' | 'excluded') | null;
    };
    BranchRunPage: {
      items: components['schemas']['BranchRunLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    CalendarDay: {
      date: string;
      /** @enum {string} */
      kind: 'holiday' | 'workday' | 'ordinary';
      name: string;
      notice: string;
      dated: string | null;
    };
    CalendarFeed: {
      issuedAt: string | null;
    };
    CalendarFeedRevoked: {
      issuedAt: null;
    };
    /** @description RFC 5545；每个时限一个全天事项，只写何事、何日、在何处查看 / one whole day for each date: what, when, where to look */
    CalendarFeedText: string;
    /** @description the days that notices name, each as the last says; known: the notices arrange every festival of the year */
    CalendarYear: {
      year: number;
      known: boolean;
      days: components['schemas']['CalendarDay'][];
    };
    Campaign: {
      id: string;
      key: string;
      name: string;
      workflowId: string;
      step: string;
      programmeVersion: string;
      rehearsal: boolean;
      rounds: {
        year: number;
        /** @enum {string} */
        status: 'opening' | 'open' | 'closed';
        openedAt: string | null;
        closedAt: string | null;
      }[];
      clock: {
        /**
         * Format: date-time
         * @description UTC, with milliseconds
         */
        now: string;
        rate: number;
        standing: boolean;
        heldSince: string | null;
        holdsAt: string | null;
        settled: boolean;
      };
      allowedActions: string[];
    };
    CampaignLine: {
      id: string;
      key: string;
      name: string;
      step: string;
      programmeVersion: string;
      rehearsal: boolean;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      establishedAt: string;
    };
    CampaignPage: {
      items: components['schemas']['CampaignLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    CarriedPass: {
      year: number;
      score: components['schemas']['Score'];
    };
    CastBallot: {
      code: string;
      answers: string[];
    };
    ChangeView: {
      name: string;
      /** @default {} */
      filters: {
        [key: string]: string;
      };
      /** @default null */
      sort: string | null;
      /** @default [] */
      columns: string[];
      /** @default null */
      shared: {
        /** @enum {string} */
        role:
          | 'committee-officer'
          | 'committee-leader'
          | 'area-liaison'
          | 'organisation-secretary'
          | 'organisation-officer'
          | 'party-group-recorder'
          | 'assessor'
          | 'branch-secretary'
          | 'branch-committee-member'
          | 'inspector'
          | 'system-administrator'
          | 'security-administrator'
          | 'audit-administrator';
        /** @default null */
        bodyId: string | null;
      } | null;
    };
    /** @description event: ready | changed | reset | time */
    Changes: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      now: string;
      changes: {
        /** @enum {string} */
        kind: 'branch-run' | 'organisation-run' | 'campaign' | 'spot-check' | 'problem';
        id: string;
      }[];
    };
    ClockAnswer: {
      id: string;
    };
    CloseProblem: {
      /** @default  */
      remark: string;
    };
    CloseRound: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      documentNumber: string;
    };
    ConcludeRecheck: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      /** @enum {string} */
      verdict: 'upheld' | 'overturned';
      reason?: string;
    };
    ConclusionList: {
      documentId: string;
      digest: string;
      names: components['schemas']['Names'];
      body: {
        year: number;
        organisationId: string;
        passed: {
          branchId: string;
          score: components['schemas']['Score'] | null;
          carriedPass?: components['schemas']['CarriedPass'];
        }[];
        failed: {
          branchId: string;
          score: components['schemas']['Score'] | null;
        }[];
        reviewed: {
          branchId: string;
          result: string;
        }[];
      };
      no: number;
    };
    ConfirmReview: {
      /** @enum {string} */
      result: 'upheld' | 'questioned';
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    ConfirmSurvey: {
      /** @enum {string} */
      surveyClass: 'advanced' | 'middle' | 'behind';
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    CountedList: {
      path: string;
      filter: {
        [key: string]: string;
      };
      by: string[];
    };
    Countersign: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      /** @default 0 */
      differences: number;
    };
    /** @description account is null where nobody is signed in */
    CurrentSession: {
      account: {
        login: string;
        personId: string | null;
        sample: boolean;
      } | null;
    };
    DeadRun: {
      /** @enum {string} */
      kind: 'branch-run' | 'organisation-run' | 'campaign' | 'spot-check' | 'keeper';
      bodyId: string | null;
      year: number | null;
      cause: {
        zh: string;
        en: string;
      };
    };
    DeadlineLine: {
      id: string;
      runId: string;
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      body: string;
      year: number;
      organisationId: string;
      branchId: string | null;
      generation: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      openedAt: string;
      remindByDate: string | null;
      dueDate: string | null;
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      metAt: string | null;
      metHow: string | null;
      voidedAt: string | null;
      rungs: {
        rung: string;
        at: string | null;
        skipped: boolean;
        firedAt: string | null;
        missed: boolean;
      }[];
    };
    DeadlinePage: {
      items: components['schemas']['SupervisedDeadline'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Decision: {
      id: string;
      organisationRunId: string;
      organisationId: string;
      organisationCode: string;
      year: number;
      listNo: number;
      listId: string;
      number: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      decidedOn: string;
      agreed: string[];
      struck: string[];
      struckReasons: string[];
      recusals: string[];
      recordedBy: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      recordedAt: string;
    };
    DecisionPage: {
      items: components['schemas']['Decision'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    /** @description one mail, how often it was tried and what the other side said last */
    DeliveryLine: {
      id: string;
      personId: string;
      notices: number;
      /** @enum {string} */
      state: 'waiting' | 'sent' | 'given-up' | 'dropped';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      madeAt: string;
      tries: number;
      lastTriedAt: string | null;
      lastOutcome: ('sent' | 'put-off' | 'refused' | 'unreachable') | null;
      lastAnswer: string | null;
      nextTryAt: string | null;
    };
    DeliveryPage: {
      items: components['schemas']['DeliveryLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    DispositionList: {
      documentId: string;
      digest: string;
      body: {
        year: number;
        branches: {
          branchId: string;
          runId: string;
          /** @enum {string} */
          disposition: 'recognised' | 'passed-awaiting' | 'carried-failed' | 'carried-unplanned' | 'excluded';
        }[];
      };
      pending: string[];
      names: components['schemas']['Names'];
    };
    DissolveBranch: {
      documentNumber: string;
      reason: string;
    };
    DocumentLine: {
      id: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
    };
    Documents: {
      items: components['schemas']['DocumentLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Doer: {
      name: string;
      title: string;
      titleEn: string;
      body: string | null;
    };
    Draw: {
      id: string;
      ratio: number;
      perOrganisationAtLeast: number;
      seedHash: string | null;
      seed: string | null;
      populationDigest: string | null;
      entropy: string;
      population: {
        branchId: string;
        organisationId: string;
        stratum: string;
      }[];
      populationText: string | null;
      strata:
        | {
            stratum: string;
            population: number;
            quota: number;
            drawn: number;
          }[]
        | null;
      ranked:
        | {
            branchId: string;
            stratum: string;
            rank: number;
            hmac: string;
            organisationId: string;
            by: ('ratio' | 'organisation-minimum') | null;
          }[]
        | null;
      drawn: {
        branchId: string;
        stratum: string;
        rank: number;
        hmac: string;
        /** @enum {string} */
        by: 'ratio' | 'organisation-minimum';
      }[];
      names: components['schemas']['Names'];
    };
    EnterProblem: {
      branchId: string;
      dimension: string;
      /** @default null */
      indicator: string | null;
      description: string;
      /** @default false */
      mandatory: boolean;
    };
    EnteredProblems: {
      ids: string[];
    };
    Filing: {
      id: string;
      organisationRunId: string;
      organisationId: string;
      organisationCode: string;
      year: number;
      no: number;
      decisionId: string;
      lines: number;
      sendings: number;
      sentAt: string | null;
      returnedAt: string | null;
      registeredAt: string | null;
      bySilence: boolean;
    };
    FilingPage: {
      items: components['schemas']['Filing'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Forecast: {
      basis: {
        since: string;
        until: string;
        filed: number;
      };
      projected: number | null;
      reached: boolean | null;
      reachedOn: string | null;
      limit: ('too-few-filed' | 'date-passed' | 'beyond-programme') | null;
      message: string | null;
      messageEn: string | null;
    };
    Goal: {
      inScope: number;
      required: number;
      planned: number;
      assessed: number;
      filed: number;
      recognised: number;
      missing: number;
    };
    GrantLine: {
      id: string;
      role: string;
      /** @enum {string} */
      bodyKind: 'committee' | 'area' | 'organisation' | 'branch';
      bodyId: string;
      personId: string;
      personName: string;
      deputyId: string | null;
      validFrom: string;
      validTo: string | null;
    };
    GrantPage: {
      items: components['schemas']['GrantLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    HandOver: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    Health: {
      /** @constant */
      status: 'up';
    };
    Hold: Record<string, never>;
    ImportProblems: {
      items: components['schemas']['EnterProblem'][];
    };
    IssueCalendarFeed: Record<string, never>;
    IssueSlip: {
      /** @default null */
      documentNumber: string | null;
    };
    /** @description address: path of the feed on this server, answered once and never kept; null where it was answered before. ?lang=en after it: in English */
    IssuedCalendarFeed: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      issuedAt: string;
      address: string | null;
      notice: string;
    };
    KeptList: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: {
        [key: string]: unknown;
      };
    };
    LateEntry: {
      paper: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      paperDate: string;
    };
    LateEntryPage: {
      items: components['schemas']['DeadlineLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Login: {
      login: string;
      password: string;
    };
    /** @description isAvailable: whether this service sends mails; all instants in real time */
    MailAddress: {
      isAvailable: boolean;
      address: string | null;
      wish: ('all' | 'escalations') | null;
      since: string | null;
      last: {
        /** @enum {string} */
        state: 'waiting' | 'sent' | 'given-up' | 'dropped';
        notices: number;
        /**
         * Format: date-time
         * @description UTC, with milliseconds
         */
        madeAt: string;
        endedAt: string | null;
        tries: number;
      } | null;
    };
    MailAddressForgotten: {
      address: null;
    };
    MailAddressSet: {
      /** @enum {string} */
      wish: 'all' | 'escalations';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
    };
    MarkNoticeRead: Record<string, never>;
    MarkNoticesRead: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      until: string;
    };
    Me: {
      login: string;
      sample: boolean;
      personId: string | null;
      campaignId: string | null;
      offices: {
        id: string;
        campaignId: string;
        role: string;
        /** @enum {string} */
        bodyKind: 'committee' | 'area' | 'organisation' | 'branch';
        bodyId: string;
      }[];
      names: components['schemas']['Names'];
    };
    NamedRecheck: {
      id: string;
      spotCheckId: string;
      spotCheckNo: number;
      year: number;
      branchId: string;
      branchRunId: string;
      branchCode: string;
      stratum: string;
      rank: number;
      hmac: string;
      drawnBy: string;
      documentId: string | null;
      verdict: ('upheld' | 'overturned') | null;
      score: components['schemas']['Score'] | null;
      recheckerId: string | null;
      confirmerId: string | null;
      proposedAt: string | null;
      reasonId: string | null;
      concludedAt: string | null;
      allowedActions: string[];
      bar: ('own-branch' | 'same-person') | null;
      names: components['schemas']['Names'];
    };
    /** @description 答复中各标识的编号和名称 / code and name of the ids in the answer */
    Names: {
      [key: string]: {
        code: string;
        name: string;
      };
    };
    NextConclusions: {
      documentId: string;
      digest: string;
      names: components['schemas']['Names'];
      body: {
        year: number;
        organisationId: string;
        passed: {
          branchId: string;
          score: components['schemas']['Score'] | null;
          carriedPass?: components['schemas']['CarriedPass'];
        }[];
        failed: {
          branchId: string;
          score: components['schemas']['Score'] | null;
        }[];
        reviewed: {
          branchId: string;
          result: string;
        }[];
      };
      pending: string[];
    };
    NextFiling: {
      filingId: string;
      decisionId: string;
      documentId: string;
      digest: string;
      names: components['schemas']['Names'];
      body: {
        organisationId: string;
        year: number;
        decisionNumber: string;
        decidedOn: string;
        branches: string[];
      };
    };
    NextPublication: {
      documentId: string;
      digest: string;
      names: components['schemas']['Names'];
      waiting: {
        /** @enum {string} */
        step:
          | 'opening'
          | 'survey-opening'
          | 'survey-writing'
          | 'survey-confirming'
          | 'target-waiting'
          | 'plan-writing'
          | 'plan-approving'
          | 'building'
          | 'maintaining'
          | 'ballot-opening'
          | 'balloting'
          | 'assessing'
          | 'countersigning'
          | 'rectifying'
          | 'review-writing'
          | 'review-confirming'
          | 'reviewed'
          | 'listing'
          | 'deciding'
          | 'filing'
          | 'registering'
          | 'draw-waiting'
          | 'rechecking'
          | 'publication-waiting'
          | 'published'
          | 'recognised'
          | 'closed';
        count: number;
      }[];
      body: {
        year: number;
        branches: {
          branchId: string;
          runId: string;
          score: components['schemas']['Score'] | null;
          carriedPass?: components['schemas']['CarriedPass'];
          recheck: string;
        }[];
      };
    };
    /** @description open runs and keepers that do not run, keepers that have not acted in time */
    NotRunning: {
      runs: number;
      keepers: number;
      keepersPast: number;
    };
    Notice: {
      id: string;
      kind: ('branch-run' | 'organisation-run' | 'problem' | 'slip') | null;
      runId: string | null;
      branchId: string | null;
      code: string | null;
      name: string | null;
      year: number | null;
      subject: string;
      title: string;
      titleEn: string;
      sentence: string;
      sentenceEn: string;
      office: string | null;
      deadlineId: string | null;
      deadlineKind:
        | (
            | 'survey'
            | 'organisation-plan'
            | 'branch-plan'
            | 'assessment'
            | 'decision'
            | 'filing'
            | 'apply'
            | 'ballot'
            | 'assess'
            | 'correction'
            | 'registration'
            | 'problem'
          )
        | null;
      dueDate: string | null;
      rung: string | null;
      /** @enum {string} */
      colour: 'none' | 'blue' | 'yellow' | 'red';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      at: string;
      lines: components['schemas']['NoticeBranch'][];
      readAt: string | null;
    };
    NoticeBranch: {
      runId: string;
      code: string;
      name: string;
    };
    NoticePage: {
      items: components['schemas']['Notice'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    NoticeRead: {
      id: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      readAt: string;
    };
    NoticesRead: {
      read: number;
    };
    OfficeRef: {
      /** @enum {string} */
      role:
        | 'committee-officer'
        | 'committee-leader'
        | 'area-liaison'
        | 'organisation-secretary'
        | 'organisation-officer'
        | 'party-group-recorder'
        | 'assessor'
        | 'branch-secretary'
        | 'branch-committee-member'
        | 'inspector'
        | 'system-administrator'
        | 'security-administrator'
        | 'audit-administrator';
      /** @enum {string} */
      bodyKind: 'committee' | 'area' | 'organisation' | 'branch';
      bodyId: string;
    };
    OpenBallot: {
      branchRunId: string;
      /** @enum {string} */
      mode: 'online' | 'paper';
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    OpenPublication: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      year: number;
    };
    OpenRound: {
      year: number;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    OpenSheet: {
      digest: string;
      confirmed?: string[];
    };
    OpenSurvey: {
      branchRunId: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    OpenSurveys: {
      items: components['schemas']['OpenSurvey'][];
    };
    /** @description codes: one shuffled sheet, answered once and never kept; null where it was answered before or the ballot is on paper; notice says which in words; a lost sheet: POST /api/v1/ballot-boxes/{id}/reissue */
    OpenedBallot: {
      run: components['schemas']['RunAnswer'];
      ballotBoxId: string;
      codes: {
        members: string[];
        masses: string[];
      } | null;
      notice: string;
    };
    OpenedPublication: {
      run: components['schemas']['RunAnswer'];
      publicationId: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      endsOn: string;
    };
    OrderSpotCheck: {
      year: number;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    OrderedSpotCheck: {
      run: components['schemas']['RunAnswer'];
      spotCheckId: string;
      no: number;
    };
    OrganisationLine: {
      id: string;
      code: string;
      name: string;
      kind: string;
      areaId: string;
      parentId: string | null;
      unitName: string;
      validFrom: string;
      validTo: string | null;
    };
    OrganisationPage: {
      items: components['schemas']['OrganisationLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    OrganisationPlan: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['OrganisationPlanBody'];
      names: components['schemas']['Names'];
    };
    OrganisationPlanBody: {
      branches: {
        branchId: string;
        /** @enum {string} */
        target: 'this-year' | 'next-year';
      }[];
      responsible: string[];
      dates: {
        /**
         * Format: date
         * @description YYYY-MM-DD
         */
        applyBy: string;
        /**
         * Format: date
         * @description YYYY-MM-DD
         */
        ballotBy: string;
        /**
         * Format: date
         * @description YYYY-MM-DD
         */
        assessBy: string;
      } | null;
    };
    OrganisationPlanVersion: {
      version: number;
      digest: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      body: components['schemas']['OrganisationPlanBody'];
    };
    OrganisationPlanVersions: {
      items: components['schemas']['OrganisationPlanVersion'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    OrganisationRun: {
      id: string;
      workflowId: string;
      version: number;
      year: number;
      organisationId: string;
      organisationCode: string;
      organisationName: string;
      areaId: string;
      /** @enum {string} */
      step: 'opening' | 'planning' | 'assessing' | 'deciding' | 'filing' | 'registering' | 'registered' | 'closed';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      waitingOn: components['schemas']['OfficeRef'] | null;
      awaited: components['schemas']['Awaited'] | null;
      plannedThisYear: number;
      plannedNextYear: number;
      surveyMet: boolean;
      sentAt: string | null;
      registeredAt: string | null;
      listNo: number;
      documents: components['schemas']['DocumentLine'][];
      conclusions: {
        documentId: string;
        digest: string;
        pending: number;
      };
      filing: {
        documentId: string;
        digest: string;
        filingId: string;
        decisionId: string;
      } | null;
      names: components['schemas']['Names'];
      allowedActions: string[];
    };
    OrganisationRunLine: {
      id: string;
      workflowId: string;
      version: number;
      year: number;
      organisationId: string;
      organisationCode: string;
      organisationName: string;
      areaId: string;
      /** @enum {string} */
      step: 'opening' | 'planning' | 'assessing' | 'deciding' | 'filing' | 'registering' | 'registered' | 'closed';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      waitingOn: components['schemas']['OfficeRef'] | null;
      awaited: components['schemas']['Awaited'] | null;
      plannedThisYear: number;
      plannedNextYear: number;
      surveyMet: boolean;
      sentAt: string | null;
      registeredAt: string | null;
    };
    OrganisationRunPage: {
      items: components['schemas']['OrganisationRunLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Overview: {
      year: number;
      assessBy: string;
      phases: {
        [key: string]: number;
      };
      lights: {
        [key: string]: number;
      };
      waitingOn: {
        [key: string]: number;
      };
      worst: {
        [key: string]:
          'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      };
      dates: components['schemas']['OwnDates'][];
      goal: components['schemas']['Goal'];
      outOfScope: number;
      filter: {
        [key: string]: string;
      };
      areas: {
        areaId: string;
        code: string;
        name: string;
        phases: {
          [key: string]: number;
        };
        lights: {
          [key: string]: number;
        };
        waitingOn: {
          [key: string]: number;
        };
        worst: {
          [key: string]:
            'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
        };
        dates: components['schemas']['OwnDates'][];
        goal: components['schemas']['Goal'];
        outOfScope: number;
        filter: {
          [key: string]: string;
        };
      }[];
      organisations: {
        organisationId: string;
        areaId: string;
        code: string;
        name: string;
        phases: {
          [key: string]: number;
        };
        lights: {
          [key: string]: number;
        };
        waitingOn: {
          [key: string]: number;
        };
        worst: {
          [key: string]:
            'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
        };
        dates: components['schemas']['OwnDates'][];
        goal: components['schemas']['Goal'];
        outOfScope: number;
        filter: {
          [key: string]: string;
        };
      }[];
      requiredOfOrganisations: number;
      readings: {
        filedOfInScope: components['schemas']['Reading'];
        recognisedOfInScope: components['schemas']['Reading'];
      };
      countedOn: string;
      forecast: components['schemas']['Forecast'] | null;
      lists: {
        phases: components['schemas']['CountedList'];
        lights: components['schemas']['CountedList'];
        waitingOn: components['schemas']['CountedList'];
        dates: components['schemas']['CountedList'];
        goal: components['schemas']['CountedList'];
        outOfScope: components['schemas']['CountedList'];
      };
    };
    OwnDates: {
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      dueDate: string | null;
      count: number;
    };
    PersonLine: {
      id: string;
      code: string;
      name: string;
    };
    PersonPage: {
      items: components['schemas']['PersonLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    PlainHandOver: {
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    PlanProblem: {
      measure: string;
      ownerId: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      dueDate: string;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      requestId: string;
      errors?: {
        pointer: string;
        code: string;
        message: string;
      }[];
      details?: {
        [key: string]: unknown;
      };
    };
    ProblemAnswer: {
      id: string;
      state: string;
      version: number;
      allowedActions: string[];
    };
    ProblemLine: {
      id: string;
      branchId: string;
      openedYear: number;
      version: number;
      dimension: string;
      indicator: string | null;
      source: string;
      description: string;
      mandatory: boolean;
      measure: string | null;
      ownerId: string | null;
      dueDate: string | null;
      /** @enum {string} */
      state: 'entered' | 'owned' | 'raised' | 'closed';
      raisedBecause: string | null;
      verifierId: string | null;
      closedAt: string | null;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      allowedActions: string[];
    };
    ProblemPage: {
      items: components['schemas']['RegisterLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Programme: {
      id: string;
      key: string;
      version: string;
      digest: string;
      programme: {
        [key: string]: unknown;
      };
    };
    Publication: {
      id: string;
      year: number;
      branches: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      openedAt: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      endsOn: string;
      recognised: boolean;
    };
    PublicationPage: {
      items: components['schemas']['Publication'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    PublishedList: {
      id: string;
      year: number;
      branches: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      openedAt: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      endsOn: string;
      recognised: boolean;
      names: components['schemas']['Names'];
      lines: {
        branchId: string;
        runId: string | null;
      }[];
    };
    /** @description whoever asked the queue for tasks within the last minutes */
    QueueWorker: {
      identity: string;
      release: string | null;
      lastAskedAt: string | null;
    };
    RaiseProblem: {
      reason: string;
    };
    /** @description status 503 while database or engine does not answer, or no worker finishes tasks; within two seconds */
    Readiness: {
      /** @enum {string} */
      status: 'up' | 'down';
      database: boolean;
      engine: boolean;
      worker: boolean;
      notRunning: components['schemas']['NotRunning'] | null;
    };
    Reading: {
      count: number;
      of: number;
      ratio: number | null;
    };
    ReceiveSlip: {
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      receivedOn: string;
    };
    Recheck: {
      id: string;
      spotCheckId: string;
      spotCheckNo: number;
      year: number;
      branchId: string;
      branchRunId: string;
      branchCode: string;
      stratum: string;
      rank: number;
      hmac: string;
      drawnBy: string;
      documentId: string | null;
      verdict: ('upheld' | 'overturned') | null;
      score: components['schemas']['Score'] | null;
      recheckerId: string | null;
      confirmerId: string | null;
      proposedAt: string | null;
      reasonId: string | null;
      concludedAt: string | null;
      allowedActions: string[];
      bar: ('own-branch' | 'same-person') | null;
    };
    RecheckPage: {
      items: components['schemas']['Recheck'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Recognition: {
      id: string;
      publicationId: string;
      documentNumber: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      decidedOn: string;
      branches: number;
      warnings: string[];
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      recordedAt: string;
    };
    RecognitionPage: {
      items: components['schemas']['Recognition'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    RecordDecision: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      organisationRunId: string;
      number: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      decidedOn: string;
      /** @default [] */
      struck: {
        branchId: string;
        reason: string;
      }[];
      /** @default [] */
      recusals: string[];
    };
    RecordDecisions: {
      items: components['schemas']['RecordDecision'][];
    };
    RecordFault: {
      /** @enum {string} */
      check:
        | 'chains'
        | 'calendar'
        | 'rows'
        | 'deadlines'
        | 'rungs'
        | 'registers'
        | 'documents'
        | 'workflows'
        | 'running'
        | 'notices'
        | 'told'
        | 'slips'
        | 'dates'
        | 'recognitions'
        | 'persons'
        | 'counts'
        | 'ballots'
        | 'figures'
        | 'dispositions'
        | 'closings'
        | 'news'
        | 'draws';
      stream: string;
      sequence: number | null;
      date: string | null;
      message: string;
      of: components['schemas']['StreamLine'] | null;
    };
    RecordRecognition: {
      publicationId: string;
      documentNumber: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      decidedOn: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    RefusalLine: {
      id: string;
      actor: string | null;
      command: string;
      subjectId: string | null;
      code: string;
      reason: string;
      reasonEn: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      recordedAt: string;
    };
    RefusalPage: {
      items: components['schemas']['RefusalLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    RegisterFilings: {
      items: {
        id: string;
        /**
         * Format: date
         * @description YYYY-MM-DD
         */
        happenedOn?: string;
        lateEntry?: components['schemas']['LateEntry'];
      }[];
    };
    RegisterLine: {
      id: string;
      branchId: string;
      openedYear: number;
      version: number;
      dimension: string;
      indicator: string | null;
      source: string;
      description: string;
      mandatory: boolean;
      measure: string | null;
      ownerId: string | null;
      dueDate: string | null;
      /** @enum {string} */
      state: 'entered' | 'owned' | 'raised' | 'closed';
      raisedBecause: string | null;
      verifierId: string | null;
      closedAt: string | null;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      allowedActions: string[];
      branchCode: string;
      branchName: string;
      organisationId: string;
    };
    ReissueBallotCodes: Record<string, never>;
    /** @description voided: codes of earlier sheets that no longer count; spent ones stay. codes: answered once, as at the opening */
    ReissuedBallotCodes: {
      ballotBoxId: string;
      sheet: number;
      voided: {
        members: number;
        masses: number;
      };
      spent: {
        members: number;
        masses: number;
      };
      codes: {
        members: string[];
        masses: string[];
      } | null;
      notice: string;
    };
    Release: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      until?: string;
    };
    Remarks: {
      lines: {
        pointer: string;
        text: string;
      }[];
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
    };
    RemarksBody: {
      lines: {
        pointer: string;
        text: string;
      }[];
    };
    ReturnRecheck: {
      lines: {
        pointer: string;
        text: string;
      }[];
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      digest: string;
    };
    Review: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['ReviewBody'];
    };
    ReviewBody: {
      deductions: {
        indicator: string;
        rule: number;
        times: number;
        reason: string;
      }[];
      notApplicable: {
        indicator: string;
        reason: string;
      }[];
      confirmed?: string[];
      remark?: string;
      changes: {
        indicator: string;
        note: string;
      }[];
    };
    ReviewVersion: {
      version: number;
      digest: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      body: components['schemas']['ReviewBody'];
    };
    ReviewVersions: {
      items: components['schemas']['ReviewVersion'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Round: {
      id: string;
      year: number;
      name: string;
      /** @enum {string} */
      status: 'opening' | 'open' | 'closed';
      assessBy: string | '';
      openedAt: string | null;
      closedAt: string | null;
      documentNumber: string | null;
      figures: {
        inScope: number;
        filed: number;
        recognised: number;
        dispositions: {
          [key: string]: number;
        };
      } | null;
    };
    RoundPage: {
      items: components['schemas']['Round'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    RunAnswer: {
      id: string;
      workflowId: string;
      version: number;
      step: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      waitingOn: components['schemas']['OfficeRef'] | null;
      allowedActions: string[];
    };
    RunDeadlines: {
      items: components['schemas']['DeadlineLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    RunProblems: {
      items: components['schemas']['ProblemLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    SaveView: {
      campaignId?: string;
      /** @enum {string} */
      list:
        | 'branch-runs'
        | 'branches'
        | 'organisation-runs'
        | 'problems'
        | 'deadlines'
        | 'slips'
        | 'late-entries'
        | 'refusals'
        | 'streams'
        | 'grants'
        | 'deliveries'
        | 'accounts';
      name: string;
      /** @default {} */
      filters: {
        [key: string]: string;
      };
      /** @default null */
      sort: string | null;
      /** @default [] */
      columns: string[];
      /** @default null */
      shared: {
        /** @enum {string} */
        role:
          | 'committee-officer'
          | 'committee-leader'
          | 'area-liaison'
          | 'organisation-secretary'
          | 'organisation-officer'
          | 'party-group-recorder'
          | 'assessor'
          | 'branch-secretary'
          | 'branch-committee-member'
          | 'inspector'
          | 'system-administrator'
          | 'security-administrator'
          | 'audit-administrator';
        /** @default null */
        bodyId: string | null;
      } | null;
    };
    SavedRemarks: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['RemarksBody'];
    };
    /** @description 百分之一分：9550 即 95.50 分 / hundredths of a point: 9550 is 95.50 */
    Score: number;
    SendBackProblem: {
      remark: string;
    };
    SendFiling: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      organisationRunId: string;
    };
    SendFilings: {
      items: components['schemas']['SendFiling'][];
    };
    Session: {
      token: string;
      personId: string | null;
    };
    SetMailAddress: {
      address: string;
      /** @enum {string} */
      wish: 'all' | 'escalations';
    };
    SheetBody: {
      deductions: {
        indicator: string;
        rule: number;
        times: number;
        reason: string;
      }[];
      notApplicable: {
        indicator: string;
        reason: string;
      }[];
      confirmed?: string[];
      remark?: string;
    };
    SheetOpening: {
      id: string;
      version: number;
      digest: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      openedAt: string;
      confirmed: string[];
      unconfirmed: string[];
    };
    Slip: {
      id: string;
      version: number;
      serialYear: number | null;
      serial: number | null;
      documentNumber: string | null;
      deadlineId: string;
      runId: string;
      year: number;
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      organisationId: string;
      branchId: string | null;
      /** @enum {string} */
      commander: 'organisation' | 'committee';
      rung: string;
      colour: string;
      /** @enum {string} */
      state: 'draft' | 'issued' | 'received' | 'answered' | 'closed' | 'void';
      dueDate: string | null;
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      lines: string[];
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      draftedAt: string;
      issuedAt: string | null;
      issuedBy: string | null;
      answerDate: string | null;
      receivedOn: string | null;
      answeredAt: string | null;
      answer: string | null;
      withdrawnBecause: string | null;
      closedAt: string | null;
      ended: ('met' | 'not-owed' | 'decided' | 'superseded' | 'answered') | null;
      endedBecause: string | null;
      allowedActions: string[];
      names: components['schemas']['Names'];
    };
    SlipAnswer: {
      id: string;
      /** @enum {string} */
      state: 'draft' | 'issued' | 'received' | 'answered' | 'closed' | 'void';
      version: number;
      serial: number | null;
    };
    SlipLine: {
      id: string;
      version: number;
      serialYear: number | null;
      serial: number | null;
      documentNumber: string | null;
      deadlineId: string;
      runId: string;
      year: number;
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      organisationId: string;
      branchId: string | null;
      /** @enum {string} */
      commander: 'organisation' | 'committee';
      rung: string;
      colour: string;
      /** @enum {string} */
      state: 'draft' | 'issued' | 'received' | 'answered' | 'closed' | 'void';
      dueDate: string | null;
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      lines: string[];
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      draftedAt: string;
      issuedAt: string | null;
      issuedBy: string | null;
      answerDate: string | null;
      receivedOn: string | null;
      answeredAt: string | null;
      answer: string | null;
      withdrawnBecause: string | null;
      closedAt: string | null;
      ended: ('met' | 'not-owed' | 'decided' | 'superseded' | 'answered') | null;
      endedBecause: string | null;
      allowedActions: string[];
    };
    SlipMark: {
      colour: string;
      /** @enum {string} */
      state: 'draft' | 'issued' | 'received' | 'answered' | 'closed' | 'void';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      draftedAt: string;
    };
    SlipPage: {
      items: components['schemas']['SlipLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    SlipReason: {
      reason: string;
    };
    SpotCheck: {
      id: string;
      year: number;
      no: number;
      /** @enum {string} */
      step: 'opening' | 'ordered' | 'frozen' | 'inspecting' | 'concluded';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
      workflowId: string;
      ratio: number;
      perOrganisationAtLeast: number;
      seedHash: string | null;
      seed: string | null;
      frozenBy: string | null;
      frozenAt: string | null;
      revealedBy: string | null;
      revealedAt: string | null;
      population: number;
      populationDigest: string | null;
      drawn: {
        recheckId: string;
        branchId: string;
        organisationId: string;
        rank: number;
        /** @enum {string} */
        by: 'ratio' | 'organisation-minimum';
      }[];
      concluded: number | null;
      overturned: number | null;
      names: components['schemas']['Names'];
      allowedActions: string[];
    };
    SpotCheckLine: {
      id: string;
      year: number;
      no: number;
      /** @enum {string} */
      step: 'opening' | 'ordered' | 'frozen' | 'inspecting' | 'concluded';
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      since: string;
    };
    SpotCheckPage: {
      items: components['schemas']['SpotCheckLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    Stream: {
      /** @enum {string} */
      kind:
        | 'branch-run'
        | 'organisation-run'
        | 'campaign'
        | 'spot-check'
        | 'problem'
        | 'slip'
        | 'ballot'
        | 'roster'
        | 'clock';
      organisationId: string | null;
      branchId: string | null;
      year: number | null;
      no: number | null;
      events: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      lastAt: string;
      stream: string;
      names: components['schemas']['Names'];
    };
    StreamLine: {
      /** @enum {string} */
      kind:
        | 'branch-run'
        | 'organisation-run'
        | 'campaign'
        | 'spot-check'
        | 'problem'
        | 'slip'
        | 'ballot'
        | 'roster'
        | 'clock';
      organisationId: string | null;
      branchId: string | null;
      year: number | null;
      no: number | null;
      events: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      lastAt: string;
      stream: string;
    };
    StreamPage: {
      items: components['schemas']['StreamLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    SubmitConclusions: {
      digest: string;
      /**
       * Format: date
       * @description YYYY-MM-DD
       */
      happenedOn?: string;
      lateEntry?: components['schemas']['LateEntry'];
      organisationRunId: string;
    };
    SupervisedDeadline: {
      id: string;
      runId: string;
      /** @enum {string} */
      kind:
        | 'survey'
        | 'organisation-plan'
        | 'branch-plan'
        | 'assessment'
        | 'decision'
        | 'filing'
        | 'apply'
        | 'ballot'
        | 'assess'
        | 'correction'
        | 'registration'
        | 'problem';
      body: string;
      year: number;
      organisationId: string;
      branchId: string | null;
      generation: number;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      openedAt: string;
      remindByDate: string | null;
      dueDate: string | null;
      /** @enum {string} */
      light: 'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      metAt: string | null;
      metHow: string | null;
      voidedAt: string | null;
      rungs: {
        rung: string;
        at: string | null;
        skipped: boolean;
        firedAt: string | null;
        missed: boolean;
      }[];
      slip: components['schemas']['SlipMark'] | null;
    };
    Survey: {
      id: string;
      runId: string;
      kind: string;
      no: number;
      version: number;
      digest: string;
      etag: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      frozenAt: string | null;
      settledAt: string | null;
      body: components['schemas']['SurveyBody'];
    };
    SurveyBody: {
      answers: {
        dimension: string;
        found: boolean;
        note?: string;
      }[];
    };
    SurveyVersion: {
      version: number;
      digest: string;
      authorId: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      body: components['schemas']['SurveyBody'];
    };
    SurveyVersions: {
      items: components['schemas']['SurveyVersion'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    /** @description how the parts of the service do; what could not be seen within two seconds is null */
    System: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      at: string;
      database: boolean;
      engine: boolean;
      worker: boolean;
      queues: components['schemas']['TaskQueue'][] | null;
      notRunning: {
        count: number;
        runs: components['schemas']['DeadRun'][];
      } | null;
      keepersPast: number | null;
      rungsDue: number;
      names: components['schemas']['Names'];
    };
    Task: {
      /** @enum {string} */
      kind: 'branch-run' | 'organisation-run' | 'spot-check' | 'recheck' | 'problem' | 'slip' | 'round' | 'publication';
      id: string;
      workflowId: string | null;
      runId: string | null;
      year: number;
      code: string;
      name: string;
      step: string;
      title: string;
      titleEn: string;
      action: {
        name: string;
        title: string;
        titleEn: string;
      } | null;
      held: {
        branches: number;
        lacking: string[];
      } | null;
      isStuck: boolean;
      since: string | null;
      office: components['schemas']['OfficeRef'] | null;
      light:
        | ('very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void')
        | null;
      dueDate: string | null;
      workdaysLeft: number | null;
    };
    TaskPage: {
      items: components['schemas']['Task'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    /** @description tasks that wait for a worker, and since when the oldest does */
    TaskQueue: {
      /** @enum {string} */
      queue: 'processes' | 'keepers' | 'errands';
      backlog: number;
      oldestSeconds: number;
      workers: components['schemas']['QueueWorker'][];
    };
    Timeline: {
      items: components['schemas']['TimelineLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    TimelineLine: {
      sequence: number;
      hash: string;
      type: string;
      title: string;
      titleEn: string;
      actor: string | null;
      office: string | null;
      by: components['schemas']['Doer'] | null;
      reason: string | null;
      provenance: string;
      happenedAt: string | null;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      recordedAt: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      writtenAt: string;
      payload: {
        [key: string]: unknown;
      };
    };
    Verification: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      startedAt: string;
      endedAt: string | null;
      /** @enum {string} */
      state: 'running' | 'sound' | 'faulty' | 'cancelled' | 'broken-off';
      faults: number | null;
      events: number | null;
      eventsChecked: number;
      streamsChecked: number;
      /** @enum {string} */
      way: 'console' | 'command-line';
      startedBy: string | null;
      id: string;
      checks: {
        /** @enum {string} */
        name:
          | 'chains'
          | 'calendar'
          | 'rows'
          | 'deadlines'
          | 'rungs'
          | 'registers'
          | 'documents'
          | 'workflows'
          | 'running'
          | 'notices'
          | 'told'
          | 'slips'
          | 'dates'
          | 'recognitions'
          | 'persons'
          | 'counts'
          | 'ballots'
          | 'figures'
          | 'dispositions'
          | 'closings'
          | 'news'
          | 'draws';
        count: number;
      }[];
      found: components['schemas']['RecordFault'][];
      allowedActions: string[];
      names: components['schemas']['Names'];
    };
    VerificationLine: {
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      startedAt: string;
      endedAt: string | null;
      /** @enum {string} */
      state: 'running' | 'sound' | 'faulty' | 'cancelled' | 'broken-off';
      faults: number | null;
      events: number | null;
      eventsChecked: number;
      streamsChecked: number;
      /** @enum {string} */
      way: 'console' | 'command-line';
      startedBy: string | null;
      id: string;
    };
    VerificationPage: {
      items: components['schemas']['VerificationLine'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
    VerificationRef: {
      id: string;
    };
    View: {
      name: string;
      /** @enum {string} */
      list:
        | 'branch-runs'
        | 'branches'
        | 'organisation-runs'
        | 'problems'
        | 'deadlines'
        | 'slips'
        | 'late-entries'
        | 'refusals'
        | 'streams'
        | 'grants'
        | 'deliveries'
        | 'accounts';
      filters: {
        [key: string]: string;
      };
      sort: string | null;
      columns: string[];
      shared: {
        /** @enum {string} */
        role:
          | 'committee-officer'
          | 'committee-leader'
          | 'area-liaison'
          | 'organisation-secretary'
          | 'organisation-officer'
          | 'party-group-recorder'
          | 'assessor'
          | 'branch-secretary'
          | 'branch-committee-member'
          | 'inspector'
          | 'system-administrator'
          | 'security-administrator'
          | 'audit-administrator';
        bodyKind: ('committee' | 'area' | 'organisation' | 'branch') | null;
        bodyId: string | null;
      } | null;
      campaignId: string;
      ownerId: string;
      isOwn: boolean;
      version: number;
      etag: string;
      /**
       * Format: date-time
       * @description UTC, with milliseconds
       */
      savedAt: string;
      id: string;
    };
    ViewDeleted: {
      id: string;
    };
    ViewPage: {
      items: components['schemas']['View'][];
      nextCursor: string | null;
      names: components['schemas']['Names'];
    };
  };
  responses: never;
  parameters: {
    /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
    Office: string;
    /** @description 从哪里续接 / after which event it goes on */
    LastEventId: string;
  };
  requestBodies: never;
  headers: {
    /** @description 仅 CSV 且写明 limit：其后的 cursor，末尾没有 / CSV with `limit`: the next cursor, absent at the end */
    NextCursor: string;
    /** @description 仅 CSV：最多行数 / CSV only: the most rows of this answer */
    RowLimit: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  list_get__accounts: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        q?: string;
        signedIn?: 'true' | 'false';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__areas: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__assessments_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assessment'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  save_put__assessments_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SheetBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assessment'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  countersign_post__assessments_id_countersign: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Countersign'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__assessments_id_open: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSheet'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SheetOpening'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__assessments_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sign_post__assessments_id_sign: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__assessments_id_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  versions_get__assessments_id_versions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentVersions'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__ballot_boxes: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenBallot'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedBallot'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  paper_post__ballot_boxes_by_code: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BallotCode'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BallotPaper'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__ballot_boxes_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BallotBox'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cast_post__ballot_boxes_id_ballots: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CastBallot'];
      };
    };
    responses: {
      /** @description OK */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  close_post__ballot_boxes_id_close: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainHandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  count_post__ballot_boxes_id_counts: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BallotCount'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BallotCounter'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reissue_post__ballot_boxes_id_reissue: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReissueBallotCodes'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReissuedBallotCodes'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveAll_post__branch_plans_approve: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveBranchPlans'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__branch_plans_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchPlan'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approve_post__branch_plans_id_approve: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainHandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__branch_plans_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__branch_plans_id_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__branch_runs: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationId?: string;
        areaId?: string;
        branchId?: string;
        phase?: 'survey' | 'plan' | 'building' | 'assessment' | 'spot-check' | 'closed';
        step?:
          | 'opening'
          | 'survey-opening'
          | 'survey-writing'
          | 'survey-confirming'
          | 'target-waiting'
          | 'plan-writing'
          | 'plan-approving'
          | 'building'
          | 'maintaining'
          | 'ballot-opening'
          | 'balloting'
          | 'assessing'
          | 'countersigning'
          | 'rectifying'
          | 'review-writing'
          | 'review-confirming'
          | 'reviewed'
          | 'listing'
          | 'deciding'
          | 'filing'
          | 'registering'
          | 'draw-waiting'
          | 'rechecking'
          | 'publication-waiting'
          | 'published'
          | 'recognised'
          | 'closed';
        mode?: 'attain' | 'maintain' | 'review';
        target?: 'this-year' | 'next-year';
        result?: 'passed' | 'failed' | 'overturned';
        disposition?: 'recognised' | 'passed-awaiting' | 'carried-failed' | 'carried-unplanned' | 'excluded';
        counted?: 'inScope' | 'planned' | 'assessed' | 'filed' | 'recognised' | 'outOfScope';
        light?:
          'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
        waitingOn?:
          | 'committee-officer'
          | 'committee-leader'
          | 'area-liaison'
          | 'organisation-secretary'
          | 'organisation-officer'
          | 'party-group-recorder'
          | 'assessor'
          | 'branch-secretary'
          | 'branch-committee-member'
          | 'inspector'
          | 'system-administrator'
          | 'security-administrator'
          | 'audit-administrator';
        waits?: 'others';
        q?: string;
        sort?: 'code' | '-code' | 'since' | '-since' | '-score';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchRunPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__branch_runs_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchRun'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deadlines_get__branch_runs_id_deadlines: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunDeadlines'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  documents_get__branch_runs_id_documents: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Documents'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  explain_get__branch_runs_id_explain: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchExplanation'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  problems_get__branch_runs_id_problems: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunProblems'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readiness_get__branch_runs_id_readiness: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchReadiness'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  timeline_get__branch_runs_id_timeline: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__branches: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        q?: string;
        asOf?: string;
        organisationId?: string;
        areaId?: string;
        year?: number;
        counted?: 'inScope' | 'planned' | 'assessed' | 'filed' | 'recognised' | 'outOfScope';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BranchPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dissolve_post__branches_id_dissolve: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DissolveBranch'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__calendar_feeds_secret_ics: {
    parameters: {
      query?: {
        lang?: 'zh' | 'en';
      };
      header?: never;
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': components['schemas']['CalendarFeedText'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__calendar_year: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarYear'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__campaigns: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__campaigns_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Campaign'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listen_get__campaigns_id_changes: {
    parameters: {
      query?: never;
      header?: {
        /** @description 从哪里续接 / after which event it goes on */
        'Last-Event-ID'?: components['parameters']['LastEventId'];
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': components['schemas']['Changes'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  hold_post__campaigns_id_hold: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Hold'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClockAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  overview_get__campaigns_id_overview: {
    parameters: {
      query?: {
        year?: number;
        format?: 'json';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Overview'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  release_post__campaigns_id_release: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Release'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClockAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  laid_get__conclusions: {
    parameters: {
      query?: {
        organisationRunId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConclusionList'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  next_get__conclusions_next: {
    parameters: {
      query?: {
        organisationRunId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NextConclusions'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__conclusions_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitConclusions'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__deadlines: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationId?: string;
        areaId?: string;
        of?: 'organisation' | 'branch';
        kind?:
          | 'survey'
          | 'organisation-plan'
          | 'branch-plan'
          | 'assessment'
          | 'decision'
          | 'filing'
          | 'apply'
          | 'ballot'
          | 'assess'
          | 'correction'
          | 'registration'
          | 'problem';
        light?:
          'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
        open?: 'true' | 'false';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlinePage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__decisions: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationRunId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  record_post__decisions: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordDecision'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordAll_post__decisions_record: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordDecisions'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__deliveries: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        state?: 'waiting' | 'sent' | 'given-up' | 'dropped';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__documents_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeptList'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__filings: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationRunId?: string;
        registered?: 'true' | 'false';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  send_post__filings: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendFiling'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  next_get__filings_next: {
    parameters: {
      query?: {
        organisationRunId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NextFiling'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerAll_post__filings_register: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterFilings'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendAll_post__filings_send: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendFilings'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  register_post__filings_id_register: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainHandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__filings_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__grants: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        q?: string;
        bodyKind?: 'committee' | 'area' | 'organisation' | 'branch';
        organisationId?: string;
        asOf?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GrantPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  live_get__health_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ready_get__health_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__late_entries: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LateEntryPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__me: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calendarFeed_get__me_calendar_feed: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeed'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  issueCalendarFeed_post__me_calendar_feed: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueCalendarFeed'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedCalendarFeed'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeCalendarFeed_delete__me_calendar_feed: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeedRevoked'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  mailAddress_get__me_mail_address: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailAddress'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setMailAddress_put__me_mail_address: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMailAddress'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailAddressSet'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  forgetMailAddress_delete__me_mail_address: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailAddressForgotten'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  notices_get__me_notices: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticePage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tasks_get__me_tasks: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__metrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAll_post__notices_read: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkNoticesRead'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticesRead'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_post__notices_id_read: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkNoticeRead'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeRead'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__organisation_plans_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationPlan'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  save_put__organisation_plans_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrganisationPlanBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationPlan'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__organisation_plans_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__organisation_plans_id_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  versions_get__organisation_plans_id_versions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationPlanVersions'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__organisation_runs: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationId?: string;
        step?: 'opening' | 'planning' | 'assessing' | 'deciding' | 'filing' | 'registering' | 'registered' | 'closed';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationRunPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__organisation_runs_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationRun'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deadlines_get__organisation_runs_id_deadlines: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunDeadlines'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  documents_get__organisation_runs_id_documents: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Documents'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  timeline_get__organisation_runs_id_timeline: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__organisations: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        q?: string;
        asOf?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__people: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        q?: string;
        branchId?: string;
        asOf?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__problems: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        openedYear?: number;
        branchId?: string;
        organisationId?: string;
        state?: 'entered' | 'owned' | 'raised' | 'closed';
        mandatory?: 'true' | 'false';
        light?:
          'very-late' | 'late' | 'near' | 'on-track' | 'paused' | 'met-late' | 'met-entered-late' | 'met' | 'void';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  enter_post__problems: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnterProblem'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnteredProblems'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  import_post__problems_import: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportProblems'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnteredProblems'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  answer_post__problems_id_answer: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerProblem'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  close_post__problems_id_close: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseProblem'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  plan_post__problems_id_plan: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanProblem'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  raise_post__problems_id_raise: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RaiseProblem'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendBack_post__problems_id_send_back: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendBackProblem'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__programmes_version: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Programme'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__publications: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicationPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__publications: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenPublication'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedPublication'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  next_get__publications_next: {
    parameters: {
      query?: {
        campaignId?: string;
        year?: number;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NextPublication'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__publications_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedList'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__rechecks: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        spotCheckId?: string;
        branchRunId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecheckPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__rechecks_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedRecheck'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  conclude_post__rechecks_id_conclude: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConcludeRecheck'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirm_post__rechecks_id_confirm: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__rechecks_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnRecheck'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__recognitions: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecognitionPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  record_post__recognitions: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordRecognition'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__refusals: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefusalPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__remarks_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedRemarks'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__reviews_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  save_put__reviews_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirm_post__reviews_id_confirm: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmReview'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__reviews_id_open: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSheet'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SheetOpening'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__reviews_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__reviews_id_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  versions_get__reviews_id_versions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewVersions'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__rounds: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__rounds: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenRound'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  close_post__rounds_id_close: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseRound'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispositions_get__rounds_id_dispositions: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DispositionList'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__sessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Login'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__sessions_current: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CurrentSession'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  close_delete__sessions_current: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__slips: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
        organisationId?: string;
        runId?: string;
        colour?: 'blue' | 'yellow' | 'red';
        state?: 'draft' | 'issued' | 'received' | 'answered' | 'closed' | 'void';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__slips_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Slip'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  answer_post__slips_id_answer: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerSlip'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  close_post__slips_id_close: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SlipReason'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  discard_post__slips_id_discard: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SlipReason'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  issue_post__slips_id_issue: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueSlip'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receive_post__slips_id_receive: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiveSlip'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdraw_post__slips_id_withdraw: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SlipReason'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__spot_checks: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        year?: number;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpotCheckPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  order_post__spot_checks: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderSpotCheck'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderedSpotCheck'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__spot_checks_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpotCheck'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  draw_get__spot_checks_id_draw: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draw'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  freeze_post__spot_checks_id_freeze: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainHandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reveal_post__spot_checks_id_reveal: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainHandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__streams: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        kind?:
          | 'branch-run'
          | 'organisation-run'
          | 'campaign'
          | 'spot-check'
          | 'problem'
          | 'slip'
          | 'ballot'
          | 'roster'
          | 'clock';
        year?: number;
        organisationId?: string;
        branchId?: string;
        q?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StreamPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__streams_stream: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        stream: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stream'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  timeline_get__streams_stream_timeline: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        order?: 'oldest' | 'newest';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        stream: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  open_post__surveys: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSurvey'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openAll_post__surveys_open: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSurveys'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__surveys_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Survey'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  save_put__surveys_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SurveyBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Survey'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirm_post__surveys_id_confirm: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmSurvey'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  return_post__surveys_id_return: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Remarks'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submit_post__surveys_id_submit: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOver'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunAnswer'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  versions_get__surveys_id_versions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SurveyVersions'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__system: {
    parameters: {
      query?: {
        campaignId?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['System'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__verifications: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  begin_post__verifications: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BeginVerification'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationRef'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__verifications_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancel_post__verifications_id_cancel: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationRef'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list_get__views: {
    parameters: {
      query?: {
        campaignId?: string;
        limit?: number;
        cursor?: string;
        format?: 'json' | 'csv';
        fields?: string;
        list?:
          | 'branch-runs'
          | 'branches'
          | 'organisation-runs'
          | 'problems'
          | 'deadlines'
          | 'slips'
          | 'late-entries'
          | 'refusals'
          | 'streams'
          | 'grants'
          | 'deliveries'
          | 'accounts';
      };
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Duibiao-Next-Cursor': components['headers']['NextCursor'];
          'Duibiao-Row-Limit': components['headers']['RowLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewPage'];
          'text/csv': string;
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  save_post__views: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveView'];
      };
    };
    responses: {
      /** @description OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  read_get__views_id: {
    parameters: {
      query?: never;
      header?: {
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  change_put__views_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeView'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  delete_delete__views_id: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
        'If-Match': string;
        /** @description 以所任的哪个岗位（编号） / in which of his offices (id) */
        'Duibiao-Office'?: components['parameters']['Office'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewDeleted'];
        };
      };
      /** @description 拒绝 / refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
