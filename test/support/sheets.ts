/** The dimensions of the circular's sheet. */
export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];

/** A sheet on which every dimension is confirmed and no point is lost. */
export const SHEET = { deductions: [], notApplicable: [], confirmed: DIMENSIONS, remark: '' };

/** 94.50: one step below the mark. */
export const BELOW_THE_MARK = {
  ...SHEET,
  deductions: [
    { indicator: 'D1.1', rule: 0, times: 1, reason: '应调未调' },
    { indicator: 'D1.2', rule: 1, times: 3, reason: '委员职务缺项' },
    { indicator: 'D1.2', rule: 2, times: 1, reason: '无分工文件' },
    { indicator: 'D1.5', rule: 1, times: 1, reason: '无职责清单' },
  ],
};
