### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = आपके किन डिवाइस को जगाया जा सकता है: ऐप, उसका नाम और वह कुंजी जो उसके विक्रेता ने दी।
