### Invitations by link: what they say, and what they lead to.

invites-leads-to = Davet edildiğin yer
invites-link = Bağlantıyla davet et
invites-link-open = Bağlantıyı açanlar bu odanın ne olduğunu görür ve oturum açınca ya da hesap oluşturunca odaya katılır.
invites-link-asking = Bağlantıyı açanlar bu odanın ne olduğunu görür ve girmek için izin isteyebilir.
invites-link-closed = Bu odaya yalnızca davet edilenler girer, bu yüzden bağlantı bu topluluğa götürür. Hesabı olunca kişiyi adıyla davet et.
invites-link-community = Bağlantıyı açanlar bu topluluğun ne olduğunu görür ve hesap oluşturabilir.
invites-share = Paylaş
invites-code-label = { $link } için QR kodu

## What it takes to make an account.

invites-closed = Şu anda burada kimse kendi başına hesap oluşturamıyor, bu yüzden bağlantı yalnızca hesabı olanların işine yarar.
invites-closed-community = Şu anda burada kimse kendi başına hesap oluşturamıyor. Bu sunucuyu yönetenler buna izin verebilir.
invites-token = Burada hesap oluşturmak için bir kod gerekir. Bu sunucuyu yönetenler bağlantıya kod koyabilir.
invites-token-make = Bağlantıya kod koy
invites-token-made = Bağlantıda bir kod var: { $count } kişi { $days } gün içinde bununla hesap oluşturabilir.
