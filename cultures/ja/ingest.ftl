### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = 集計されるまでの、ほかの製品のイベント：誰が、いつ、どの名前で、誰に対して、どこで。意味が定められていないイベントは 90 日間保存します。
ingest-keeps-identities = ほかの製品のどの ID が同一人物のものか、また誰のイベントが人の操作より速く届いているか。
