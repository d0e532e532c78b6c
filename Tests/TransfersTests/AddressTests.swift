import Testing

@testable import Transfers

@Suite struct AddressTests {
  @Test(arguments: [
    ("127.0.0.1", AddressKind.loopback), ("127.255.255.255", .loopback), ("::1", .loopback),
    ("10.0.0.1", .privateNetwork), ("172.16.0.1", .privateNetwork), ("172.31.255.255", .privateNetwork),
    ("192.168.1.1", .privateNetwork), ("fc00::1", .privateNetwork), ("fd00:ec2::254", .privateNetwork),
    ("fec0::1", .privateNetwork), ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
    ("100.64.0.1", .carrierNAT), ("100.127.255.255", .carrierNAT), ("224.0.0.1", .multicast),
    ("255.255.255.255", .multicast), ("ff02::1", .multicast), ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified),
    ("::", .unspecified), ("192.0.2.1", .documentation), ("198.51.100.7", .documentation),
    ("203.0.113.9", .documentation), ("2001:db8::1", .documentation), ("3fff::1", .documentation),
    ("::ffff:8.8.8.8", .embeddedIPv4), ("::127.0.0.1", .embeddedIPv4), ("64:ff9b::8.8.8.8", .embeddedIPv4),
    ("64:ff9b:1::1", .embeddedIPv4), ("2002:7f00:1::", .embeddedIPv4), ("2001:0:1::1", .embeddedIPv4),
    ("240.0.0.1", .reserved), ("192.0.0.1", .reserved), ("198.19.0.1", .reserved), ("192.88.99.1", .reserved),
    ("2001:2::1", .reserved), ("100::1", .reserved), ("5f00::1", .reserved), ("4000::1", .reserved),
  ])
  func specialAddressesAreKnown(text: String, kind: AddressKind) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressKind(of: address) == kind)
    #expect(AddressGuard().refusal(of: address) == kind)
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255",
    "2606:4700::1111", "2001:4860:4860::8888", "2003::1", "2a00:1450::1",
  ])
  func publicAddressesPass(text: String) throws {
    #expect(AddressGuard().refusal(of: try #require(IPAddress(text))) == nil)
  }

  @Test func allowedBlocksOpenOnlyThemselves() throws {
    let addressGuard = AddressGuard(allowing: [try #require(AddressBlock("127.0.0.1/32"))])
    #expect(addressGuard.refusal(of: try #require(IPAddress("127.0.0.1"))) == nil)
    #expect(addressGuard.refusal(of: try #require(IPAddress("127.0.0.2"))) == .loopback)
    #expect(addressGuard.refusal(of: try #require(IPAddress("::1"))) == .loopback)
    #expect(addressGuard.refusal(of: try #require(IPAddress("::ffff:127.0.0.1"))) == .embeddedIPv4)
  }

  @Test func anAllowedTranslatorDoesNotOpenWhatIsBehindIt() throws {
    let addressGuard = AddressGuard(allowing: [try #require(AddressBlock("64:ff9b::/96"))])
    #expect(addressGuard.refusal(of: try #require(IPAddress("64:ff9b::8.8.8.8"))) == nil)
    #expect(addressGuard.refusal(of: try #require(IPAddress("64:ff9b::127.0.0.1"))) == .loopback)
    #expect(addressGuard.refusal(of: try #require(IPAddress("64:ff9b::10.1.2.3"))) == .privateNetwork)
  }

  @Test func blocksAreReadStrictly() {
    for good in ["10.0.0.0/8", "0.0.0.0/0", "::/0", "fc00::/7", "::1/128"] {
      #expect(AddressBlock(good)?.description == good)
    }
    #expect(AddressBlock("127.0.0.1")?.description == "127.0.0.1/32")
    for bad in [
      "", "/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.1/8", "::/129", "10/8", "host/8", "1.2.3.4/",
    ] {
      #expect(AddressBlock(bad) == nil, "\(bad)")
    }
  }

  @Test func aBlockHoldsExactlyItsAddresses() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...32, using: &generator)
      let free = UInt32(truncatingIfNeeded: (UInt64(1) << (32 - length)) - 1)
      let first = UInt32.random(in: 0 ... .max, using: &generator) & ~free
      let block = try #require(AddressBlock(base: IPAddress(v4: first), prefixLength: length))
      let other = UInt32.random(in: 0 ... .max, using: &generator)
      #expect(block.contains(IPAddress(v4: first | (other & free))))
      #expect(block.contains(IPAddress(v4: other)) == (other >= first && other <= first | free))
    }
  }

  @Test func addressTextRoundTrips() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let v4 = IPAddress(v4: .random(in: 0 ... .max, using: &generator))
      let v6 = IPAddress(v6: .random(in: 0 ... .max, using: &generator))
      #expect(IPAddress(v4.description) == v4)
      #expect(IPAddress(v6.description) == v6)
    }
    for bad in ["", "1.2.3", "0x7f000001", "2130706433", "127.1", "1.2.3.4.5", "[::1]", "fe80::1%1", ":::"] {
      #expect(IPAddress(bad) == nil, "\(bad)")
    }
  }

  @Test func socketAddressBytesAreReadAndShortOnesRefused() {
    let v4: [UInt8] = [2, 0, 0, 80, 127, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    let v6: [UInt8] = [10, 0, 0, 80, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 15) + [1, 0, 0, 0, 0]
    #expect(IPAddress(socketAddress: v4)?.description == "127.0.0.2")
    #expect(IPAddress(socketAddress: v6)?.description == "::1")
    for length in 0..<8 { #expect(IPAddress(socketAddress: Array(v4.prefix(length))) == nil) }
    for length in 0..<24 { #expect(IPAddress(socketAddress: Array(v6.prefix(length))) == nil) }
    #expect(IPAddress(socketAddress: [1, 0] + [UInt8](repeating: 0, count: 100)) == nil)
  }
}
