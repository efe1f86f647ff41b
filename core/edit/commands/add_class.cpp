// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_class.h"

#include "core/edit/document.h"
#include "core/model/class_colors.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

LabelClass named(const QString &name)
{
    LabelClass labelClass;
    labelClass.name = name;
    return labelClass;
}

} // namespace

AddClass::AddClass(Document &document, const QString &name)
    : AddClass(document, named(name))
{
}

AddClass::AddClass(Document &document, const LabelClass &labelClass)
    : Command(document, QCoreApplication::translate("Command", "Add class"))
    , m_class(labelClass)
{
    m_class.id = document.takeId<ClassId>();
}

Change AddClass::makeChange()
{
    const QList<LabelClass> &classes = document().dataset().classes();
    if (m_class.name.trimmed().isEmpty() || document().dataset().classNamed(m_class.name))
        return {};
    m_class.position = static_cast<int>(classes.size());
    if (!m_class.color.isValid())
        m_class.color = ClassColors(classes).next();
    if (m_class.hotkey == 0)
        m_class.hotkey = nextClassHotkey(classes);
    return {{ClassEdit{{std::nullopt, m_class}}}};
}

} // namespace boxwright
