import type { Segment } from '@referral/payer';
import type { Said } from './answer-document';
import type { Question } from './question';
import type { Cover } from './scenarios';

/** What a 271 says of a member's cover. */
export const sayEligibility = ({ serviceTypes, serviceDate }: Question, cover: Cover): Said => {
  const types = serviceTypes.join('^');
  const year = Number(serviceDate.slice(0, 4)) - (cover === 'inactive' ? 1 : 0);
  const plan: Segment = ['DTP', '291', 'RD8', `${year}0101-${year}1231`];
  return { ofMember: [plan, ...benefits(cover, types)], below: [] };
};

const benefits = (cover: Cover, types: string): readonly Segment[] => {
  switch (cover) {
    case 'inactive':
      return [['EB', '6', '', '30']];
    case 'not_covered':
      return [
        ['EB', '1', '', '30', '', 'SYNTHETIC PLAN'],
        ['EB', 'I', 'IND', types],
      ];
    case 'active':
      return covered(types, 'N', 'Y');
    case 'authorization_required':
      return covered(types, 'Y', 'Y');
    case 'out_of_network':
      return covered(types, 'Y', 'N');
  }
};

const covered = (types: string, authorization: 'Y' | 'N', network: 'Y' | 'N'): readonly Segment[] => [
  ['EB', '1', '', '30', '', 'SYNTHETIC PLAN'],
  ['EB', '1', 'IND', types, '', '', '', '', '', '', '', authorization, network],
  ['EB', 'B', 'IND', types, '', '', '27', '30', '', '', '', '', network],
  ['EB', 'A', 'IND', types, '', '', '27', '', '.2', '', '', '', network],
  ['EB', 'C', 'IND', '30', '', '', '29', '250.50', '', '', '', '', network],
  ['EB', 'F', 'IND', types, '', '', '29', '', '', 'VS', '12', '', network],
];
