### The devices that a member is signed in on.

devices-title = Seus dispositivos
devices-words = Onde sua conta está conectada.
devices-button = Mostrar
devices-this = Este dispositivo
devices-seen = Último uso: { $when }
devices-unverified = Não verificado. Se não for seu, desconecte-o.
devices-long = Sem uso há meses. Desconecte-o se não o tiver mais.
devices-name = Nome do dispositivo
devices-rename = Renomear
devices-verify = Verificar
devices-out = Desconectar
devices-out-others = Desconectar todos os outros
devices-out-words =
    { $count ->
        [one] Esse dispositivo é desconectado imediatamente. Digite sua senha para confirmar.
       *[other] Estes { $count } dispositivos são desconectados imediatamente. Digite sua senha para confirmar.
    }
