### Verification: making sure that a device or a person is who they say.

verification-own-title = Verify your device
# $name is a person.
verification-person-title = Verify { $name }
verification-asked-own-title = Is this you?
verification-asked-own = A device that is signed in as you wants to be verified. If that is not you, change your password.
# $name is a person.
verification-asked-person-title = { $name } wants to compare
verification-asked-person = You both look at the same seven pictures. Then you know that nobody is between you.
verification-asked-button = Compare
verification-waiting-own = Open Hearth on your other device and accept there.
# $name is a person.
verification-waiting-person = { $name } has to accept.
verification-waiting-other = Now it is the other side's turn…
verification-choosing-own = Have your other device beside you.
# $name is a person.
verification-choosing-person = Meet, or call each other, so that you know it is { $name }.
# What a camera finds there, for who cannot see it.
verification-code = A code for the camera of the other device
verification-code-hint = Scan this with the other device, or compare pictures instead.
verification-scan = Scan their code
verification-scan-hint = Hold the code of the other device before the camera.
verification-scan-wrong = This is another code. Scan the one that the other device shows now.
verification-camera-none = There is no camera that may be used. Compare pictures instead.
verification-pictures = Compare pictures
verification-compare = Are these seven pictures the same on both sides, in this order?
verification-same = They are the same
verification-differ = They differ
verification-scanned = Does the other device say that it has scanned the code?
verification-scanned-yes = Yes
verification-scanned-no = No
verification-done-own = This was you. Your devices now pass your keys and messages to each other.
# $name is a person.
verification-done-person = You have verified { $name }. If their keys ever change, you are told.
verification-done-button = Good
verification-ended-stopped = The other side stopped. Nothing has changed; you can begin anew at any time.
verification-ended-timed-out = It took too long, so it was stopped. Begin anew when both sides are there.
verification-ended-mismatch =
    The two sides do not match. Somebody may be in between, or a picture was misread. Do not share secrets here before
    you have compared again.
verification-ended-failed = It did not work. Begin anew.
verification-again = Begin anew

## How sure one can be of somebody.

verification-verified = Verified
verification-unverified = Not verified
# $name is a person.
verification-changed = { $name } has new keys
# $name is a person.
verification-changed-words = { $name } may have lost their device and begun anew, or somebody else is writing. Compare again, or go on if you know.
verification-changed-go-on = Go on without

## The pictures, in a word each. Both sides read these to each other.

verification-picture-dog = Dog
verification-picture-cat = Cat
verification-picture-lion = Lion
verification-picture-horse = Horse
verification-picture-unicorn = Unicorn
verification-picture-pig = Pig
verification-picture-elephant = Elephant
verification-picture-rabbit = Rabbit
verification-picture-panda = Panda
verification-picture-rooster = Rooster
verification-picture-penguin = Penguin
verification-picture-turtle = Turtle
verification-picture-fish = Fish
verification-picture-octopus = Octopus
verification-picture-butterfly = Butterfly
verification-picture-flower = Flower
verification-picture-tree = Tree
verification-picture-cactus = Cactus
verification-picture-mushroom = Mushroom
verification-picture-globe = Globe
verification-picture-moon = Moon
verification-picture-cloud = Cloud
verification-picture-fire = Fire
verification-picture-banana = Banana
verification-picture-apple = Apple
verification-picture-strawberry = Strawberry
verification-picture-corn = Corn
verification-picture-pizza = Pizza
verification-picture-cake = Cake
verification-picture-heart = Heart
verification-picture-smiley = Smiley
verification-picture-robot = Robot
verification-picture-hat = Hat
verification-picture-glasses = Glasses
verification-picture-spanner = Spanner
verification-picture-santa = Santa
verification-picture-thumbs-up = Thumbs up
verification-picture-umbrella = Umbrella
verification-picture-hourglass = Hourglass
verification-picture-clock = Clock
verification-picture-gift = Gift
verification-picture-light-bulb = Light bulb
verification-picture-book = Book
verification-picture-pencil = Pencil
verification-picture-paperclip = Paperclip
verification-picture-scissors = Scissors
verification-picture-lock = Lock
verification-picture-key = Key
verification-picture-hammer = Hammer
verification-picture-telephone = Telephone
verification-picture-flag = Flag
verification-picture-train = Train
verification-picture-bicycle = Bicycle
verification-picture-aeroplane = Aeroplane
verification-picture-rocket = Rocket
verification-picture-trophy = Trophy
verification-picture-ball = Ball
verification-picture-guitar = Guitar
verification-picture-trumpet = Trumpet
verification-picture-bell = Bell
verification-picture-anchor = Anchor
verification-picture-headphones = Headphones
verification-picture-folder = Folder
verification-picture-pin = Pin
