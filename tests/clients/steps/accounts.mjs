// Steps on accounts: registering, logging in on a second device, and what others see of a profile.
import { assert, assertEqual, assertRefused, clientOf, login, register, startSyncing } from "../lib.mjs";


/** Returns the clients of Alice (two devices) and Bob, or nothing if there is nobody to go on with. */
export async function accounts(step, baseUrl) {
    const sessions = {};
    const people = {};

    await step("two people register", async () => {
        sessions.alice = await register(baseUrl, "alice");
        sessions.bob = await register(baseUrl, "bob");
        assert(sessions.alice.deviceId && sessions.alice.accessToken, "no device or token in the answer");
    });
    if (!sessions.bob) return undefined;

    await step("login by password makes a second device", async () => {
        const { userId, deviceId } = sessions.alice;
        sessions.aliceSecond = await login(baseUrl, userId, { deviceName: "alice's second" });
        assert(sessions.aliceSecond.deviceId !== deviceId, "the second login took the first device");
        const { devices } = await clientOf(sessions.alice).getDevices();
        const names = devices.map((device) => device.display_name).sort();
        assertEqual(names, ["alice's first", "alice's second"], "device names");
    });
    if (!sessions.aliceSecond) return undefined;

    await step("each token names its own user and device", async () => {
        for (const session of Object.values(sessions)) {
            const { user_id, device_id } = await clientOf(session).whoami();
            assertEqual([user_id, device_id], [session.userId, session.deviceId], "whoami");
        }
    });

    await step("a wrong password is refused", async () => {
        await assertRefused(login(baseUrl, sessions.alice.userId, { password: "wrong" }), 403, "M_FORBIDDEN");
    });

    await step("three clients take their first sync", async () => {
        for (const [name, session] of Object.entries(sessions)) people[name] = await startSyncing(clientOf(session));
    });
    if (!people.aliceSecond) return undefined;

    await step("a profile's name is seen by others", async () => {
        await people.alice.setDisplayName("Alice 🐇");
        const profile = await people.bob.getProfileInfo(sessions.alice.userId);
        assertEqual(profile.displayname, "Alice 🐇", "display name");
    });

    await step("a profile's picture is seen by others", async () => {
        const picture = "mxc://localhost/alice";
        await people.alice.setAvatarUrl(picture);
        const { avatar_url } = await people.bob.getProfileInfo(sessions.alice.userId);
        assertEqual(avatar_url, picture, "picture's address");
    });

    return people;
}
