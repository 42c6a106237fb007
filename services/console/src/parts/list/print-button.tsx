import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Reading {
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => Promise<Reading>;
}

/** Puts the whole list on paper: what is not read yet is read first. */
export function PrintButton({ result }: { readonly result: Reading }) {
  const { t } = useTranslation('parts');
  const [isReading, setReading] = useState(false);
  const print = async () => {
    setReading(true);
    let read = result;
    while (read.hasNextPage) read = await read.fetchNextPage();
    setReading(false);
    setTimeout(() => window.print());
  };
  return (
    <Button icon={<PrinterOutlined />} loading={isReading} onClick={() => void print()}>
      {t('print')}
    </Button>
  );
}
