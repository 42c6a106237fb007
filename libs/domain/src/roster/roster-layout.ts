import { ROLE_DEFINITIONS, ROLES } from '../office/roles';
import type { BodyKind, Role } from '../office/roles';

/** The files of a roster folder, without `.csv`, in the order in which they are read. */
export const ROSTER_FILES = ['areas', 'organisations', 'branches', 'people', 'offices'] as const;
export type RosterFile = (typeof ROSTER_FILES)[number];

/** One column: its name in code, its Chinese heading, further headings people write. */
export interface RosterColumn {
  readonly name: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  /** A file without this column is refused; an optional one may be left out. */
  readonly required: boolean;
}

/** One line of a file: `line` counts from 1 with the heading; cells stand under the column's name in code. */
export interface RosterRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The raw rows of all files, before any rule was asked. */
export type RosterTables = Readonly<Record<RosterFile, readonly RosterRow[]>>;

/** More rows than this in one file are refused before anything is read. */
export const ROSTER_ROW_LIMIT = 20_000;

/** The code under which an office of the committee itself is written. */
export const COMMITTEE_CODE = '工委';

export type OrganisationKind = 'party-committee' | 'general-branch' | 'direct-branch';

/** The columns of each file; headings may be the Chinese ones, the names in code or an alias. */
export const ROSTER_LAYOUT: Readonly<Record<RosterFile, readonly RosterColumn[]>> = {
  areas: [column('code', '编号', '党建片编号'), column('name', '名称', '党建片名称')],
  organisations: [
    column('code', '编号', '党组织编号'),
    column('name', '名称', '党组织名称'),
    column('kind', '类型', '党组织类型'),
    column('areaCode', '党建片', '党建片编号', '片区'),
    optional('parentCode', '上级', '上级编号', '上级党组织'),
    column('unitName', '部门单位', '单位名称'),
  ],
  branches: [
    column('code', '编号', '党支部编号'),
    column('name', '名称', '党支部名称'),
    column('organisationCode', '所属党组织', '所属党组织编号', '上级'),
    column('foundedOn', '成立日期', '成立时间'),
    column('members', '党员数', '党员人数'),
    column('masses', '群众数', '群众人数'),
  ],
  people: [
    column('code', '编号', '人员编号'),
    column('name', '姓名', '名称'),
    optional('organisationCode', '所属党组织', '所属党组织编号', '单位'),
    optional('branchCode', '所在党支部', '所在党支部编号', '党支部'),
  ],
  offices: [
    column('role', '岗位', '角色', '职务'),
    column('bodyKind', '机构类型', '所在机构类型'),
    optional('bodyCode', '机构编号', '所在机构编号', '所在机构'),
    column('personCode', '人员', '人员编号'),
    optional('deputyCode', '代理人', '代理人编号'),
  ],
};

/** The words for an organisation's kind, the first being the one we write. */
export const ORGANISATION_KIND_WORDS: Readonly<Record<OrganisationKind, readonly string[]>> = {
  'party-committee': ['机关党委', '党委', 'party-committee'],
  'general-branch': ['党总支', '机关党总支', '总支', 'general-branch'],
  'direct-branch': ['直属党支部', '直属支部', 'direct-branch'],
};

/** The words for the kind of body an office belongs to. */
export const BODY_KIND_WORDS: Readonly<Record<BodyKind, readonly string[]>> = {
  committee: ['工委', 'committee'],
  area: ['党建片', '片区', 'area'],
  organisation: ['机关党组织', '党组织', 'organisation'],
  branch: ['党支部', '支部', 'branch'],
};

const ROLE_ALIASES: Partial<Record<Role, readonly string[]>> = {
  'committee-leader': ['片区领导', '党建片领导'],
  'area-liaison': ['片区联络员', '联络员'],
  'organisation-secretary': ['机关党委书记', '机关党委专职副书记', '专职副书记', '党总支书记'],
  'organisation-officer': ['机关党委工作人员', '党务干部'],
  'branch-secretary': ['支部书记', '书记'],
  'branch-committee-member': ['支部委员', '支委'],
};

/** The words for a role: its Chinese name, what people write instead, its name in code. */
export const ROLE_WORDS = Object.fromEntries(
  ROLES.map((role) => [role, [ROLE_DEFINITIONS[role].zh, ...(ROLE_ALIASES[role] ?? []), role]]),
) as unknown as Readonly<Record<Role, readonly string[]>>;

function column(name: string, zh: string, ...aliases: string[]): RosterColumn {
  return { name, zh, aliases, required: true };
}

function optional(name: string, zh: string, ...aliases: string[]): RosterColumn {
  return { name, zh, aliases, required: false };
}
