import { testFleetAnalyzer } from '../../test/harness/test-fleet-analyzer.ts';
import { duplicateMachineGuid } from './duplicate-machine-guid.ts';

const GUID = 'c07d2a4e-6b18-4a57-9d3e-71f5b8e2046c';
const OTHER_GUID = '52d1c0e9-7f3a-4b6e-8c2d-90ab14e6f735';
const DEVICE = '3f9ad1c07b52e8446d0e91b7a2c85f6410d7e3b9';

const host = (name: string, guid: string, device = 'unavailable') => ({
  'uname.txt': `Linux ${name} 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n`,
  'health.txt': `healthy : true\nmachine_guid : ${guid}\nedr_machine_id : ${device}\n`,
});

testFleetAnalyzer(duplicateMachineGuid, {
  found: [
    {
      name: 'a clone has both ids of its image',
      bundles: [
        host('web-03', `"${GUID}"`, `"${DEVICE}"`),
        host('db-01', `"${OTHER_GUID}"`),
        host('web-04', `"${GUID.toUpperCase()}"`, `"${DEVICE}"`),
      ],
      findings: [
        {
          text: `2 hosts have the machine guid ${GUID}: web-03, web-04`,
          at: ['0:health.txt:2', '2:health.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'only the id of the portal is one',
      bundles: [host('web-03', `"${GUID}"`, `"${DEVICE}"`), host('web-04', `"${OTHER_GUID}"`, `"${DEVICE}"`)],
      findings: [
        {
          text: `2 hosts have the device id ${DEVICE}: web-03, web-04`,
          at: ['0:health.txt:3', '1:health.txt:3'],
        },
      ],
    },
    {
      name: 'six hosts of one image',
      bundles: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => host(`web-${name}`, `"${GUID}"`)),
      findings: [
        {
          text: `6 hosts have the machine guid ${GUID}: web-a, web-b, web-c, web-d, web-e, …`,
          at: [0, 1, 2, 3, 4].map((bundle) => `${bundle}:health.txt:2`),
        },
      ],
    },
  ],
  clean: [
    {
      name: 'each host has an id of its own',
      bundles: [host('web-03', `"${GUID}"`), host('web-04', `"${OTHER_GUID}"`)],
    },
    {
      name: 'three bundles of one host, and one of another',
      bundles: [
        host('web-03', `"${GUID}"`),
        host('WEB-03', `"${GUID}"`),
        host('web-03.example', `"${GUID}"`),
        host('db-01', `"${OTHER_GUID}"`),
      ],
    },
    {
      name: 'hosts that were never onboarded have no device id',
      bundles: [host('web-03', `"${GUID}"`), host('web-04', `"${OTHER_GUID}"`)],
    },
  ],
  blocked: [
    {
      name: 'one report',
      bundles: [host('web-03', `"${GUID}"`)],
      reason: 'Fewer than two reports hold what is compared.',
    },
    {
      name: 'two bundles of one host',
      bundles: [host('web-03', `"${GUID}"`), host('web-03', `"${GUID}"`)],
      reason: 'Fewer than two hosts have a name and an id.',
    },
    {
      name: 'hosts without a name of their own',
      bundles: [host('localhost', `"${GUID}"`), host('localhost.localdomain', `"${GUID}"`)],
      reason: 'Fewer than two hosts have a name and an id.',
    },
    {
      name: 'ids that are none',
      bundles: [
        host('web-03', '"00000000-0000-0000-0000-000000000000"'),
        host('web-04', '"00000000-0000-0000-0000-000000000000"'),
      ],
      reason: 'Fewer than two hosts have a name and an id.',
    },
  ],
});
