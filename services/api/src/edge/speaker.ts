import {
  containsPlace,
  DomainError,
  type HeldOffice,
  officesPermitting,
  type PermissionName,
  PERMISSIONS,
  type Place,
  type Role,
  ROLES,
  rolesAt,
} from '@app/domain';
import { itemRequest, type KeyedRequest } from './keys/keyed-request';
import type { Reader } from './problem';

/** An office of the person who asks. */
export interface Office extends HeldOffice {
  readonly id: string;
}

/** Who asks: an account, the person behind it, and the offices he holds now. */
export interface Identity {
  readonly userId: string;
  readonly login: string;
  readonly sample: boolean;
  /** What events name; the account itself where no person of a roster stands behind it. */
  readonly actor: string;
  readonly personId: string | null;
  readonly campaignId: string | null;
  readonly tokenHash: string;
  readonly offices: readonly Office[];
  /** The branches whose member he is now. */
  readonly branchIds: readonly string[];
}

/** What he asks, under which key, who reads the answer, and in which of his offices he asks where he chose one. */
interface Asked {
  readonly request: KeyedRequest;
  readonly reader: Reader;
  readonly chosenOffice: string | undefined;
}

/** One request's speaker: his identity, the permission he asks for, and the office he chose to speak in. */
export class Speaker {
  constructor(
    readonly identity: Identity,
    readonly permission: PermissionName,
    private readonly asked: Asked,
  ) {
    const { chosenOffice } = asked;
    if (chosenOffice !== undefined && !identity.offices.some(({ id }) => id === chosenOffice)) {
      throw new DomainError('invalid-input', '现在没有担任所选的岗位，请重新选择', {
        pointer: '/header/duibiao-office',
      });
    }
    if (this.offices.length === 0 && !isEverybodys(permission)) {
      throw new DomainError('forbidden', '所任岗位无此权限', { permission, roles: PERMISSIONS[permission].roles });
    }
  }

  /** The same speaker about one item of a batch: a request of its own. */
  forItem(item: string, content: unknown): Speaker {
    const request = itemRequest(this.request, item, content);
    return new Speaker(this.identity, this.permission, { ...this.asked, request });
  }

  /** Of the whole request, whichever item of it is meant. */
  get reader(): Reader {
    return this.asked.reader;
  }

  get request(): KeyedRequest {
    return this.asked.request;
  }

  /** The offices he speaks in. */
  get acting(): readonly Office[] {
    const { chosenOffice } = this.asked;
    const { offices } = this.identity;
    return chosenOffice === undefined ? offices : offices.filter(({ id }) => id === chosenOffice);
  }

  /** Those of them that permit it, wherever they stand. */
  get offices(): Office[] {
    return officesPermitting(this.permission, this.acting);
  }

  get roles(): Role[] {
    return this.offices.map(({ role }) => role);
  }

  /** His offices that permit it here and contain the place. */
  officesSeeing(place: Place): Office[] {
    const roles = rolesAt(this.permission, place);
    return this.officesAround(place).filter(({ role }) => roles.includes(role));
  }

  /**
   * The office he speaks in about this place: of several, one that the process accepts; `not-in-scope` where none of his
   * contains it, `forbidden` where another body's office is the one above it.
   */
  officeFor(place: Place, accepted: readonly Role[] = []): Office {
    const fitting = this.officesSeeing(place);
    const office = fitting.find(({ role }) => accepted.includes(role)) ?? fitting[0];
    if (!office && this.officesAround(place).length > 0) {
      throw new DomainError('forbidden', '此项不由所任岗位办理', { offices: rolesAt(this.permission, place) });
    }
    if (!office) throw new DomainError('not-in-scope', '不在所任岗位的范围内', { permission: this.permission });
    return office;
  }

  /** Whether he is a member of this branch, or holds an office in it. */
  isOfBranch(branchId: string | null | undefined): boolean {
    if (!branchId) return false;
    const { branchIds, offices } = this.identity;
    return branchIds.includes(branchId) || offices.some(({ bodyId }) => bodyId === branchId);
  }

  private officesAround(place: Place): Office[] {
    const { kind } = PERMISSIONS[this.permission];
    return this.offices.filter((held) => containsPlace(held, place, kind));
  }

  /** All his offices whose body contains the place: what he may do next hangs on them. */
  officesAt(place: Place): Office[] {
    return this.identity.offices.filter((held) => containsPlace(held, place, 'command'));
  }
}

/** What an account may do for itself, even one that holds no office. */
function isEverybodys(permission: PermissionName): boolean {
  const { roles, scope } = PERMISSIONS[permission];
  return scope === 'own' && roles.length === ROLES.length;
}
