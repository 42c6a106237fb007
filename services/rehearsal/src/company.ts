import { ApiClient } from './api-client';
import type { Moment } from './calendar';
import { openDrawer } from './drawer';
import { Posts, samplePassword } from './posts';
import { ProgrammeTime } from './programme-time';
import { Reads } from './reads';
import type { Stage } from './stage';

/** All the actors of one campaign, with what they need at hand. */
export interface Company {
  readonly key: string;
  readonly api: ApiClient;
  readonly posts: Posts;
  readonly reads: Reads;
  readonly time: ProgrammeTime;
  stageAt(moment: Moment): Stage;
}

/** Where the actors play. */
export interface CompanySetting {
  /** Of the API. */
  readonly address: string;
  readonly home: string;
  /** File of the sample accounts, as `duibiao sample found` writes it. */
  readonly accounts: string;
  /** Key of the campaign, which must have been founded. */
  readonly key: string;
}

/** Gathers the actors of a sample campaign. */
export async function gather({ address, home, accounts, key }: CompanySetting): Promise<Company> {
  const password = samplePassword(accounts, key);
  const api = new ApiClient(address, () => password);
  const posts = new Posts(key);
  const [officer] = posts.committee;
  const campaigns = await api.list<{ id: string; key: string }>(officer, '/campaigns');
  const campaign = campaigns.find((item) => item.key === key);
  if (!campaign) throw new Error(`there is no campaign ${key}`);
  const reads = new Reads(api, campaign.id, officer);
  const codes = openDrawer(home, key);
  return {
    key,
    api,
    posts,
    reads,
    time: new ProgrammeTime(api, reads, officer, key),
    stageAt: (moment) => ({ api, posts, reads, seed: key, moment, codes }),
  };
}
