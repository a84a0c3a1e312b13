### Invitations by link: what they say, and what they lead to.

invites-leads-to = Anda diundang ke
invites-link = Undang lewat tautan
invites-link-open = Yang membuka tautan melihat apa ruangan ini, dan bergabung setelah masuk atau membuat akun.
invites-link-asking = Yang membuka tautan melihat apa ruangan ini, dan dapat meminta masuk.
invites-link-closed = Hanya orang yang diundang yang masuk ke ruangan ini, sehingga tautan menuju komunitas ini. Setelah mereka memiliki akun, undang dengan nama.
invites-link-community = Yang membuka tautan melihat apa komunitas ini, dan dapat membuat akun.
invites-share = Bagikan
invites-code-label = Kode QR untuk { $link }

## What it takes to make an account.

invites-closed = Saat ini tidak ada yang dapat membuat akun sendiri di sini, sehingga tautan hanya berguna bagi yang sudah punya.
invites-closed-community = Saat ini tidak ada yang dapat membuat akun sendiri di sini. Pengelola server ini dapat mengizinkannya.
invites-token = Untuk membuat akun di sini diperlukan kode. Pengelola server ini dapat memasukkannya ke dalam tautan.
invites-token-make = Masukkan kode ke dalam tautan
invites-token-made = Tautan memiliki kode: { $count } orang dapat membuat akun dengannya dalam { $days } hari.
