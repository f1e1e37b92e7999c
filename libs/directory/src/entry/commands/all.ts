import { addDirectoryEntryUseCase } from './add-directory-entry';
import { changeNetworkParticipationUseCase } from './change-network-participation';
import { disputeDirectoryEntryUseCase } from './dispute-directory-entry';
import { recordPartnerAgreementUseCase } from './record-partner-agreement';
import { reinstateDirectoryEntryUseCase } from './reinstate-directory-entry';
import { reportCapacityUseCase } from './report-capacity';
import { retireDirectoryEntryUseCase } from './retire-directory-entry';
import { suspendDirectoryEntryUseCase } from './suspend-directory-entry';
import { updateDirectoryEntryUseCase } from './update-directory-entry';
import { verifyDirectoryEntryUseCase } from './verify-directory-entry';

/** What can be done with a directory entry, in the order of its life. */
export const useCases = [
  addDirectoryEntryUseCase,
  updateDirectoryEntryUseCase,
  changeNetworkParticipationUseCase,
  reportCapacityUseCase,
  verifyDirectoryEntryUseCase,
  disputeDirectoryEntryUseCase,
  recordPartnerAgreementUseCase,
  suspendDirectoryEntryUseCase,
  reinstateDirectoryEntryUseCase,
  retireDirectoryEntryUseCase,
];
