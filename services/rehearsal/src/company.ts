import { ApiClient } from './api-client';
import { loadBallotCodes } from './ballot-codes';
import type { Moment } from './calendar';
import { Officeholders, readSamplePassword } from './officeholders';
import { ProgrammeTime } from './programme-time';
import { Reads } from './reads';
import type { Stage } from './stage';
import type { Word } from './words';

/** All the actors of one campaign, with what they need at hand. */
export interface Company {
  readonly key: string;
  readonly api: ApiClient;
  readonly officeholders: Officeholders;
  readonly reads: Reads;
  readonly time: ProgrammeTime;
  stageAt(moment: Moment): Stage;
}

/** Where the actors play. */
export interface CompanySetting {
  /** Of the API. */
  readonly address: string;
  readonly home: string;
  /** File of the sample accounts, as `duibiao sample establish` writes it. */
  readonly accounts: string;
  /** Key of the campaign, which must have been established. */
  readonly key: string;
  /** Is told what keeps the rehearsal waiting. */
  readonly tell: (word: Word) => void;
}

/** Gathers the actors of a sample campaign. */
export async function gatherCompany({ address, home, accounts, key, tell }: CompanySetting): Promise<Company> {
  const password = readSamplePassword(accounts, key);
  const api = new ApiClient(address, () => password);
  const officeholders = new Officeholders(key);
  const [officer] = officeholders.committee;
  const campaigns = await api.list<{ id: string; key: string }>(officer, '/campaigns');
  const campaign = campaigns.find((item) => item.key === key);
  if (!campaign) throw new Error(`there is no campaign ${key}`);
  const reads = new Reads(api, campaign.id, officer);
  const ballotCodes = loadBallotCodes(home, key);
  return {
    key,
    api,
    officeholders,
    reads,
    time: new ProgrammeTime(api, reads, { officer, seed: key, tell }),
    stageAt: (moment) => ({ api, officeholders, reads, seed: key, moment, ballotCodes }),
  };
}
