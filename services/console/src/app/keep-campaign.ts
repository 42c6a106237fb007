/** Of an address what every link keeps: the campaign that the pages speak of. */
export function keepCampaign({ campaign }: { readonly campaign?: string | undefined }): {
  campaign?: string | undefined;
} {
  return campaign === undefined ? {} : { campaign };
}
