import { type CivilDate, COMMAND_WORDS, shanghaiDateOf, SLIP_DEEDS, SLIP_PERMISSIONS } from '@app/domain';
import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign } from '../../app/campaign';
import { client } from '../../client';
import { CommandBar } from '../../parts/command-bar';
import { CommandDialog } from '../../parts/command-dialog';
import { DateField } from '../../parts/date-field';
import { useGiven } from '../../parts/given';
import { useWords } from '../../words/words';

/** What is typed: each command asks for one thing. */
interface Typed {
  readonly documentNumber?: string;
  readonly receivedOn?: CivilDate;
  readonly answer?: string;
  readonly reason?: string;
}

/** Where each command goes with what was typed. */
const SENDS = {
  issueSlip: (params, { documentNumber }) =>
    client.POST('/api/v1/slips/{id}/issue', { params, body: { documentNumber: documentNumber?.trim() || null } }),
  receiveSlip: (params, { receivedOn = '' }) =>
    client.POST('/api/v1/slips/{id}/receive', { params, body: { receivedOn } }),
  answerSlip: (params, { answer = '' }) => client.POST('/api/v1/slips/{id}/answer', { params, body: { answer } }),
  withdrawSlip: (params, { reason = '' }) => client.POST('/api/v1/slips/{id}/withdraw', { params, body: { reason } }),
  closeSlip: (params, { reason = '' }) => client.POST('/api/v1/slips/{id}/close', { params, body: { reason } }),
  discardSlip: (params, { reason = '' }) => client.POST('/api/v1/slips/{id}/discard', { params, body: { reason } }),
} satisfies Record<string, (params: { path: { id: string } }, typed: Typed) => Promise<unknown>>;

type SlipCommand = keyof typeof SENDS;

/** What carries a slip forward stands before what takes it back or ends it. */
const DEEDS = SLIP_DEEDS.map((kind) => SLIP_PERMISSIONS[kind]);

interface SlipCommandsProps {
  readonly slip: components['schemas']['Slip'];
  /** The one that is being given, by the address. */
  readonly given: string | undefined;
  readonly onGive: (command: string | undefined) => void;
}

/** What may be done with a slip now, each in a dialog of its own. */
export function SlipCommands({ slip: { id, allowedActions }, given, onGive }: SlipCommandsProps) {
  const asked = useGiven(given, allowedActions);
  const name = asked !== undefined && isSlipCommand(asked) ? asked : null;
  return (
    <>
      <CommandBar
        first={DEEDS.find((deed) => allowedActions.includes(deed)) ?? null}
        commands={allowedActions}
        pageOf={() => null}
        onGive={onGive}
      />
      {name && <Dialog key={name} id={id} name={name} onClose={() => onGive(undefined)} />}
    </>
  );
}

function isSlipCommand(name: string): name is SlipCommand {
  return name in SENDS;
}

interface DialogProps {
  readonly id: string;
  readonly name: SlipCommand;
  readonly onClose: () => void;
}

function Dialog({ id, name, onClose }: DialogProps) {
  const say = useWords();
  const { data: campaign } = useCampaign();
  const { mutateAsync, error, isPending } = useMutation({
    mutationFn: (typed: Typed): Promise<unknown> => SENDS[name]({ path: { id } }, typed),
  });
  const today = campaign && shanghaiDateOf(campaign.clock.now);
  return (
    <CommandDialog<Typed>
      what={say(COMMAND_WORDS[name])}
      place={`${name}.${id}`}
      send={mutateAsync}
      {...(name === 'receiveSlip' && today !== undefined && { initialValues: { receivedOn: today } })}
      {...{ onClose, error, isPending }}
    >
      <TypedField name={name} />
    </CommandDialog>
  );
}

function TypedField({ name }: { readonly name: SlipCommand }) {
  const { t } = useTranslation('slips');
  const rules = [{ required: true, message: t('missing') }];
  if (name === 'issueSlip') {
    return (
      <Form.Item name="documentNumber" label={t('documentNumber')} extra={t('noDocumentNumber')}>
        <Input maxLength={80} />
      </Form.Item>
    );
  }
  if (name === 'receiveSlip') {
    return (
      <Form.Item name="receivedOn" label={t('receivedOn')} rules={rules}>
        <DateField />
      </Form.Item>
    );
  }
  const [field, label] = name === 'answerSlip' ? ['answer', t('answer')] : ['reason', t('reason')];
  return (
    <Form.Item name={field} label={label} rules={rules}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
    </Form.Item>
  );
}
