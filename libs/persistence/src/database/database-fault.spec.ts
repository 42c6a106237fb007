import { QueryFailedError } from 'typeorm';
import { DomainError } from '@app/domain';
import { isDatabaseAway, isDuplicate } from './database-fault';

const failed = (errno: number, code = '') =>
  new QueryFailedError('UPDATE documents …', [], Object.assign(new Error('…'), { errno, code }));

describe('a database that could not do its part', () => {
  it.each([
    ['the disk is full', failed(1021)],
    ['a table has no room', failed(1114)],
    ['the storage engine has no room (28)', failed(1030)],
    ['it takes no writes', failed(1290)],
    ['it is in read-only mode', failed(1836)],
    ['it goes down', failed(1053)],
    ['it has gone away', failed(2006)],
    ['the connection was killed', failed(1927)],
    ['a lock was waited for too long', failed(1205)],
    ['too many connections', failed(1040)],
    ['nobody listens', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', errno: -111 })],
    ['it was silent', Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })],
    ['the connection broke off', failed(-104, 'ECONNRESET')],
    ['the connection was lost', failed(0, 'PROTOCOL_CONNECTION_LOST')],
    ['the connection is closed', new Error("Can't add new command when connection is in closed state")],
  ])('%s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a duplicate key', failed(1062, 'ER_DUP_ENTRY')],
    ['a wrong statement', failed(1064, 'ER_PARSE_ERROR')],
    ['a missing grant', failed(1142, 'ER_TABLEACCESS_DENIED_ERROR')],
    ['a refusal', new DomainError('wrong-step', '当前环节不能办理此项')],
    ['a fault of ours', new TypeError('x is undefined')],
    ['nothing', null],
  ])('is not %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });

  it('knows who came second', () => {
    expect([isDuplicate(failed(1062)), isDuplicate(failed(1205)), isDuplicate(new Error())]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
