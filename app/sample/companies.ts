import type { SampleCompany } from './shape.ts'

/** The five companies that Orlanta works with. Beta Logistics and Gamma Freight compete for the same lorries. */
export const companies: SampleCompany[] = [
  {
    key: 'acme',
    name: 'Acme',
    about: 'Client. We design and fit out two floors of their new headquarters in Dublin.',
    domain: 'acme.example',
  },
  {
    key: 'beta',
    name: 'Beta Logistics',
    about: 'Carrier. Full lorries from the workshop to Dublin and Almaty.',
    domain: 'beta-logistics.example',
  },
  {
    key: 'gamma',
    name: 'Gamma Freight',
    about: 'Carrier. Part loads and last-mile deliveries, mostly in Poland.',
    domain: 'gamma-freight.example',
  },
  {
    key: 'aqtas',
    name: 'Aqtas Glass',
    about: 'Supplier of glass partitions and doors, Almaty.',
    domain: 'aqtas-glass.example',
  },
  {
    key: 'bench',
    name: 'Open Bench',
    about: 'A co-operative of freelancers: visualisation, lighting, photography.',
    domain: 'openbench.example',
  },
]
