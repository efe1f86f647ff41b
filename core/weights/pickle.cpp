// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/pickle_machine.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pickle)
};

constexpr size_t kMostValues = 1'000'000;
constexpr size_t kMostItems = 8'000'000;
constexpr qint64 kMostSteps = 4'000'000;

} // namespace

Result<PickleTree> PickleMachine::run()
{
    for (qint64 steps = 0; steps < kMostSteps; ++steps) {
        const qint64 at = m_bytes.position();
        const auto instruction = m_bytes.number<quint8>();
        if (!instruction)
            return failure(Text::tr("it ends too early, at byte %1").arg(at));
        if (*instruction == '.') {
            const auto root = pop();
            if (!root)
                return failure(Text::tr("it holds no value"));
            m_tree.root = *root;
            return std::move(m_tree);
        }
        if (step(*instruction))
            continue;
        if (!m_refusal.isEmpty())
            return failure(m_refusal);
        if (m_bytes.left() == 0)
            return failure(Text::tr("it ends too early, at byte %1").arg(at));
        return failure(Text::tr("its values do not fit together at byte %1").arg(at));
    }
    return failure(Text::tr("it has more than %1 instructions").arg(kMostSteps));
}

bool PickleMachine::step(quint8 instruction)
{
    switch (instruction) {
    case 0x80: // PROTO
        return m_bytes.number<quint8>().value_or(0) == 2;
    case '(': // MARK
        m_marks.push_back(m_stack.size());
        return true;
    case 'N':  // NONE
    case 'J':  // BININT
    case 'K':  // BININT1
    case 'M':  // BININT2
    case 0x8a: // LONG1
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
    case 'G':  // BINFLOAT
    case 'X':  // BINUNICODE
    case 'T':  // BINSTRING
    case 'U':  // SHORT_BINSTRING
        return stepScalar(instruction);
    case ')':  // EMPTY_TUPLE
    case 0x85: // TUPLE1
    case 0x86: // TUPLE2
    case 0x87: // TUPLE3
    case 't':  // TUPLE
    case ']':  // EMPTY_LIST
    case '}':  // EMPTY_DICT
    case 'a':  // APPEND
    case 'e':  // APPENDS
    case 's':  // SETITEM
    case 'u':  // SETITEMS
        return stepContainer(instruction);
    case 'q': // BINPUT
    case 'r': // LONG_BINPUT
    case 'h': // BINGET
    case 'j': // LONG_BINGET
        return stepMemo(instruction);
    case 'c':  // GLOBAL
    case 'R':  // REDUCE
    case 'Q':  // BINPERSID
    case 0x81: // NEWOBJ
    case 'b':  // BUILD
        return stepObject(instruction);
    default:
        m_refusal = Text::tr("it holds the pickle instruction 0x%1, which no weight file needs")
                        .arg(instruction, 2, 16, QLatin1Char('0'));
        return false;
    }
}

bool PickleMachine::stepScalar(quint8 instruction)
{
    switch (instruction) {
    case 'N':
        return push({});
    case 'G':
        return m_bytes.take(sizeof(double)) && push({});
    case 'J':
        return pushWhole(number<qint32>());
    case 'K':
        return pushWhole(number<quint8>());
    case 'M':
        return pushWhole(number<quint16>());
    case 0x88:
        return pushWhole(1);
    case 0x89:
        return pushWhole(0);
    case 0x8a:
        return pushLong();
    case 'U':
        return pushText(number<quint8>());
    default: // 'X', 'T'
        return pushText(number<qint32>());
    }
}

bool PickleMachine::stepContainer(quint8 instruction)
{
    switch (instruction) {
    case ')':
        return push({.kind = Kind::Tuple});
    case ']':
        return push({.kind = Kind::List});
    case '}':
        return push({.kind = Kind::Dict});
    case 0x85:
    case 0x86:
    case 0x87:
        return pushTuple(instruction - size_t{0x84});
    case 't': {
        auto items = popMarked();
        return items && push({.kind = Kind::Tuple, .items = std::move(*items)});
    }
    case 'a':
    case 's': {
        std::vector<int> items(instruction == 'a' ? 1 : 2);
        for (auto item = items.rbegin(); item != items.rend(); ++item) {
            const auto popped = pop();
            if (!popped)
                return false;
            *item = *popped;
        }
        return addItems(instruction == 'a' ? Kind::List : Kind::Dict, items);
    }
    default: { // 'e', 'u'
        const auto items = popMarked();
        return items && addItems(instruction == 'e' ? Kind::List : Kind::Dict, *items);
    }
    }
}

bool PickleMachine::stepMemo(quint8 instruction)
{
    const bool isShort = instruction == 'q' || instruction == 'h';
    const auto key = isShort ? number<quint8>() : number<quint32>();
    if (!key)
        return false;
    if (instruction == 'q' || instruction == 'r') {
        if (m_stack.empty())
            return false;
        m_memo.insert(*key, m_stack.back());
        return true;
    }
    const auto found = m_memo.constFind(*key);
    if (found == m_memo.constEnd())
        return false;
    m_stack.push_back(*found);
    return true;
}

bool PickleMachine::stepObject(quint8 instruction)
{
    switch (instruction) {
    case 'c':
        return pushClass();
    case 'R':
        return call();
    case 'Q':
        return persistent();
    case 0x81:
        return makeObject();
    default: // 'b'
        return setState();
    }
}

bool PickleMachine::charge(size_t items)
{
    m_items += items;
    if (m_items <= kMostItems && m_tree.values.size() < kMostValues)
        return true;
    m_refusal = Text::tr("it has more than %1 values").arg(kMostValues);
    return false;
}

bool PickleMachine::push(PickleValue value)
{
    if (!charge(value.items.size()))
        return false;
    m_stack.push_back(static_cast<int>(m_tree.values.size()));
    m_tree.values.push_back(std::move(value));
    return true;
}

bool PickleMachine::pushWhole(std::optional<qint64> number)
{
    return number && push({.kind = Kind::Whole, .number = *number});
}

bool PickleMachine::pushText(std::optional<qint64> size)
{
    const auto text = size ? m_bytes.take(*size) : std::nullopt;
    return text && push({.kind = Kind::Text, .text = text->toByteArray()});
}

/// Whole numbers of up to eight bytes, the highest bit of the last one being the sign.
bool PickleMachine::pushLong()
{
    const auto size = m_bytes.number<quint8>();
    const auto bytes = size && *size <= sizeof(qint64) ? m_bytes.take(*size) : std::nullopt;
    if (!bytes)
        return false;
    const bool isNegative = !bytes->isEmpty() && static_cast<signed char>(bytes->back()) < 0;
    quint64 value = isNegative ? ~quint64{0} : 0;
    for (qsizetype i = bytes->size() - 1; i >= 0; --i)
        value = (value << 8) | static_cast<unsigned char>((*bytes)[i]);
    return pushWhole(static_cast<qint64>(value));
}

bool PickleMachine::pushTuple(size_t count)
{
    std::vector<int> items(count);
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        const auto popped = pop();
        if (!popped)
            return false;
        *item = *popped;
    }
    return push({.kind = Kind::Tuple, .items = std::move(items)});
}

std::optional<int> PickleMachine::pop()
{
    const size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() <= floor)
        return std::nullopt;
    const int index = m_stack.back();
    m_stack.pop_back();
    return index;
}

std::optional<std::vector<int>> PickleMachine::popMarked()
{
    if (m_marks.empty() || m_stack.size() < m_marks.back())
        return std::nullopt;
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<int> items(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return items;
}

bool PickleMachine::addItems(Kind kind, const std::vector<int> &items)
{
    if (m_stack.empty() || !isKind(m_stack.back(), kind) || (kind == Kind::Dict && items.size() % 2 != 0))
        return false;
    std::vector<int> &all = at(m_stack.back()).items;
    all.insert(all.end(), items.begin(), items.end());
    return true;
}

Result<PickleTree> readPickle(ByteReader &bytes)
{
    return PickleMachine(bytes).run();
}

} // namespace boxwright
